/** Search in Thai and English words and parts of words. */
@NullMarked
@org.springframework.modulith.NamedInterface("search")
package org.anuyat.workflow.catalogue.search;

import org.jspecify.annotations.NullMarked;
