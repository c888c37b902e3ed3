/** What the bank remembers: tickets and payments. */
@NullMarked
package org.anuyat.sandboxbank.ledger;

import org.jspecify.annotations.NullMarked;
