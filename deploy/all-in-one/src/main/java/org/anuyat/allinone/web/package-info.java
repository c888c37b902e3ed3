/** What the process as a whole adds to the web: sessions in the database, health and metrics, the application number in the log. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.web;
