/** JSON Schema 2020-12 with the Thai formats, and conditions on answers. */
@NullMarked
@org.springframework.modulith.NamedInterface("schema")
package org.anuyat.workflow.catalogue.schema;

import org.jspecify.annotations.NullMarked;
