/** What people do with the platform, prepared and measured. */
@org.jspecify.annotations.NullMarked
package org.anuyat.benchmarks.scenario;
