/** What the tests of several modules share: a real PostgreSQL, a real PDF validator, a clock that can be set. */
@org.jspecify.annotations.NullMarked
package org.anuyat.testing;
