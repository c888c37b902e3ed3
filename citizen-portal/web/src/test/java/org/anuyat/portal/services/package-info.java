@NullMarked
package org.anuyat.portal.services;

import org.jspecify.annotations.NullMarked;
