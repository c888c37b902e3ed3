/** The frame around every page: headers of security, language, site, and what templates may ask. */
@org.jspecify.annotations.NullMarked
package org.anuyat.kit.web;
