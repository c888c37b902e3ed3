/** The running platform as those who use it see it: by HTTP. And its database, to put much into it quickly. */
@org.jspecify.annotations.NullMarked
package org.anuyat.benchmarks.platform;
