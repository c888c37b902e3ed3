/** A real PostgreSQL inside of the platform, with data that survives restarts, kills and power cuts. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.database;
