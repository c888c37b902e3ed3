/** Pages of preparing an application: questions, documents, checking, confirming. */
@NullMarked
package org.anuyat.portal.application.draft;

import org.jspecify.annotations.NullMarked;
