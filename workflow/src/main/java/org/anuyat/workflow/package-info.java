/** The permit service itself: the domain and its processes, without web pages. */
@org.jspecify.annotations.NullMarked
package org.anuyat.workflow;
