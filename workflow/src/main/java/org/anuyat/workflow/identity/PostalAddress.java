package org.anuyat.workflow.identity;

import org.jspecify.annotations.Nullable;

/**
 * An address in Thailand as official forms ask for it.
 *
 * @param houseNumber เลขที่
 * @param moo หมู่ที่
 * @param soi ตรอก/ซอย
 * @param road ถนน
 * @param subdistrict ตำบล/แขวง, without the word
 * @param district อำเภอ/เขต, without the word
 * @param province จังหวัด, without the word
 * @param postcode five digits
 */
public record PostalAddress(
        @Nullable String houseNumber,
        @Nullable String moo,
        @Nullable String soi,
        @Nullable String road,
        @Nullable String subdistrict,
        @Nullable String district,
        @Nullable String province,
        @Nullable String postcode) {}
