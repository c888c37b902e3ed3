/**
 * Process 1, know (การค้นหา): the services, their citizen manuals (คู่มือสำหรับประชาชน) and the versioned definitions of their
 * forms, fees and documents. A service is data; nothing here knows a particular one.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"language", "thai", "agency", "places"})
package org.anuyat.workflow.catalogue;

import org.jspecify.annotations.NullMarked;
