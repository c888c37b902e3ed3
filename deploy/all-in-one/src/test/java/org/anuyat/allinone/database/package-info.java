/** The embedded PostgreSQL under everything that is done to it: restarts, kills, power cuts, strangers. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.database;
