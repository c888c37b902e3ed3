/** Officers' accounts as the administrators of an agency look after them: who may do what, and until when. */
@NullMarked
@org.springframework.modulith.NamedInterface("staff")
package org.anuyat.workflow.identity.staff;

import org.jspecify.annotations.NullMarked;
