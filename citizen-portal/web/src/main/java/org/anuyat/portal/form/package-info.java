/** Shows a page of a service's e-Form with the parts of the page kit. */
@NullMarked
package org.anuyat.portal.form;

import org.jspecify.annotations.NullMarked;
