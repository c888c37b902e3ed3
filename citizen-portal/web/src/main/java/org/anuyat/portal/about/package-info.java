/** What the footer promises: how accessible the pages are, and what is done with personal data. */
@NullMarked
package org.anuyat.portal.about;

import org.jspecify.annotations.NullMarked;
