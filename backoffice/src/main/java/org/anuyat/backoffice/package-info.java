/** The web for officers, approvers, finance, service designers and auditors: pages, no rules of its own. */
@org.jspecify.annotations.NullMarked
package org.anuyat.backoffice;
