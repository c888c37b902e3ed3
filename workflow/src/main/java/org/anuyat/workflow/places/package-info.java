/** Ground floor: provinces, districts, subdistricts and postcodes of Thailand. */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Places", allowedDependencies = {})
package org.anuyat.workflow.places;

import org.jspecify.annotations.NullMarked;
