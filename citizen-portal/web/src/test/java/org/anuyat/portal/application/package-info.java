/** Tests of the pages of process 3, in a running server, with requests as a browser sends them. */
@NullMarked
package org.anuyat.portal.application;

import org.jspecify.annotations.NullMarked;
