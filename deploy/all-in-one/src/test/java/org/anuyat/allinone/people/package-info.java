/** The platform with nothing replaced, and people who use it: applicants, officers, payers, and somebody who watches. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.people;
