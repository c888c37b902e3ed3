/** What has happened to a case, what comes next, and how satisfied the applicant is. */
@org.jspecify.annotations.NullMarked
package org.anuyat.portal.status;
