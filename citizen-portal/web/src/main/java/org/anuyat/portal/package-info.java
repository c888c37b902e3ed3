/** The web for citizens and the public: pages and the public API, no rules of its own. */
@org.jspecify.annotations.NullMarked
package org.anuyat.portal;
