package org.anuyat.journeys.office;

import org.anuyat.journeys.papers.Paper;
import org.anuyat.journeys.running.Visitors;

/** What officers do with an application that is as it should be. */
public final class Procedure {

    private Procedure() {}

    /** From registering to the last approval. */
    public static void untilPayment(Visitors visitors, String number) {
        Office.signIn(visitors.comes("rap"), "rap").take(number, "ลงรับคำขอ").register();
        Office reviewer = Office.signIn(visitors.comes("truat"), "truat")
                .take(number, "ตรวจความครบถ้วนถูกต้อง")
                .restIsCorrect()
                .complete();
        Office.signIn(visitors.comes("sanam"), "sanam")
                .take(number, "ตรวจสถานที่")
                .appoint()
                .photograph(Paper.photo("ครัว.jpg"), "ครัว")
                .passed("ถูกต้อง");
        reviewer.take(number, "เสนอความเห็น").advise("เห็นควรอนุญาต", "ถูกต้องครบถ้วน");
        Office.signIn(visitors.comes("hua"), "hua").take(number, "พิจารณาอนุมัติ").approve();
        Office.signIn(visitors.comes("nayok"), "nayok").take(number, "พิจารณาอนุมัติ").approve();
    }
}
