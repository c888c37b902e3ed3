/** The whole platform over HTTP, as a browser sees it. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.web;
