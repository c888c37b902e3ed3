/** Where payers pay: reading their code, and taking the money in all the ways that surprise billers. */
@NullMarked
package org.anuyat.sandboxbank.counter;

import org.jspecify.annotations.NullMarked;
