package org.anuyat.payments.service.banks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.payments.service.banks.calls.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** What each bank says and hears, by the notes about it. */
final class Tongues {

    /** A bank's language. */
    interface Tongue {

        /** Name of its settings. */
        String bank();

        /** Account of the agency there; empty for a bank that is asked instead. */
        String account();

        /** May this be paid? Empty where the bank doesn't ask. */
        default Optional<byte[]> verify(Said payment) {
            return Optional.empty();
        }

        byte[] confirm(Said payment);

        /** Empty where the bank doesn't undo. */
        Optional<byte[]> cancel(Said payment);

        String[] headers();

        /** The verdict in an answer. */
        Verdict heard(String answer);
    }

    static final List<Tongue> ALL = List.of(new Scb(), new Generic(), new Bbl(), new Ktb());

    private Tongues() {}

    private static byte[] json(Map<String, Object> message) {
        return JsonMapper.shared().writeValueAsBytes(message);
    }

    /** A payment in SCB's words, in its confirmation and in its answer to an inquiry. */
    static Map<String, Object> scb(Said payment) {
        Map<String, Object> message = new HashMap<>(Map.of(
                "payeeProxyId", payment.billerId(),
                "payeeProxyType", "BILLERID",
                "payeeAccountNumber", "0000000000",
                "sendingBankCode", "004",
                "receivingBankCode", "014",
                "amount", payment.baht(),
                "channelCode", "PMH"));
        message.putAll(Map.of(
                "transactionId", payment.transactionId(),
                "transactionDateandTime", payment.paidAt().atOffset(ZoneOffset.ofHours(7)).toString(),
                "billPaymentRef1", payment.reference1(),
                "billPaymentRef2", payment.reference2(),
                "billPaymentRef3", "",
                "currencyCode", "764",
                "transactionType", "Domestic Transfers"));
        return message;
    }

    private record Scb() implements Tongue {

        @Override
        public String bank() {
            return "scb";
        }

        @Override
        public String account() {
            return "";
        }

        @Override
        public byte[] confirm(Said payment) {
            return json(scb(payment));
        }

        @Override
        public Optional<byte[]> cancel(Said payment) {
            return Optional.empty();
        }

        @Override
        public String[] headers() {
            return new String[] {"Content-Type", "application/json"};
        }

        @Override
        public Verdict heard(String answer) {
            return verdict(answer, "\"resCode\":\"(\\d+)\"", Map.of("00", Verdict.OK));
        }
    }

    private record Generic() implements Tongue {

        @Override
        public String bank() {
            return "gateway";
        }

        @Override
        public String account() {
            return "";
        }

        private static byte[] call(String call, Said payment) {
            Map<String, Object> message = Contract.example("Call", payment);
            message.put("call", call);
            return json(message);
        }

        @Override
        public Optional<byte[]> verify(Said payment) {
            return Optional.of(call("verify", payment));
        }

        @Override
        public byte[] confirm(Said payment) {
            return call("confirm", payment);
        }

        @Override
        public Optional<byte[]> cancel(Said payment) {
            return Optional.of(call("cancel", payment));
        }

        @Override
        public String[] headers() {
            return new String[] {"Content-Type", "application/json; charset=utf-8"};
        }

        @Override
        public Verdict heard(String answer) {
            Map<?, ?> verdict = JsonMapper.shared().readValue(answer, Map.class);
            Contract.mustBe("Verdict", verdict);
            return Verdict.valueOf(String.valueOf(verdict.get("result")));
        }
    }

    private record Bbl() implements Tongue {

        @Override
        public String bank() {
            return "bbl";
        }

        @Override
        public String account() {
            return "0020000001";
        }

        private static byte[] notification(Said payment, String kind) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("billerId", payment.billerId());
            message.put("transDate", payment.paidAt().toLocalDate().toString());
            message.put("transTime", payment.paidAt().format(DateTimeFormatter.ofPattern("HH:mm:ss")));
            message.put("termType", "80");
            // a number, not a text
            message.put("amount", new BigDecimal(payment.baht()));
            message.put("reference1", payment.reference1());
            message.put("reference2", payment.reference2());
            message.put("reference3", "");
            message.put("fromBank", "004");
            message.put("fromBranch", "0001");
            message.put("fromName", "นางสาวสมใจ ใจดี");
            message.put("bankRef", payment.transactionId());
            message.put("approvalCode", "123456");
            message.put("txnType", kind);
            message.put("retryFlag", "N");
            return json(message);
        }

        @Override
        public byte[] confirm(Said payment) {
            return notification(payment, "C");
        }

        @Override
        public Optional<byte[]> cancel(Said payment) {
            return Optional.of(notification(payment, "D"));
        }

        @Override
        public String[] headers() {
            return new String[] {
                "Content-Type", "application/json", "Request-Ref", "c04a8e69b5d4d", "Transmit-Date-Time", "2026-11-20T10:11:12.234+07:00",
                // the bank's user and password
                "Authorization", "Basic YmFuazphLXBhc3N3b3Jk"
            };
        }

        @Override
        public Verdict heard(String answer) {
            return verdict(answer, "\"responseCode\":\"(\\d+)\"", Map.of(
                    "000", Verdict.OK, "212", Verdict.DUPLICATE, "213", Verdict.AMOUNT, "331", Verdict.NOT_FOUND,
                    "411", Verdict.EXPIRED, "412", Verdict.PAID));
        }
    }

    private record Ktb() implements Tongue {

        @Override
        public String bank() {
            return "ktb";
        }

        @Override
        public String account() {
            return "0060000001";
        }

        private static byte[] request(String command, Said payment) {
            return """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:bank="urn:the-banks-own">
                      <soapenv:Header/>
                      <soapenv:Body>
                        <bank:RequestCode>
                          <tranxid>900001</tranxid><ref1>%s</ref1><ref2>%s</ref2><ref3/><ref4/>
                          <datetime>%s</datetime><prodcode>1</prodcode><effdate>%s</effdate><bankref>%s</bankref><comcode>80123</comcode>
                          <command>%s</command><user>ktb</user><password>ktb-password</password><channel>MB</channel>
                          <cusname>ใจดี &amp; บุตร</cusname><amount>%s</amount><bankcode>6</bankcode>
                        </bank:RequestCode>
                      </soapenv:Body>
                    </soapenv:Envelope>
                    """.formatted(
                            payment.reference1(),
                            payment.reference2(),
                            payment.paidAt().format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss")),
                            payment.day().format(DateTimeFormatter.BASIC_ISO_DATE),
                            payment.transactionId(),
                            command,
                            payment.baht())
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<byte[]> verify(Said payment) {
            return Optional.of(request("Approve", payment));
        }

        @Override
        public byte[] confirm(Said payment) {
            return request("Payment", payment);
        }

        @Override
        public Optional<byte[]> cancel(Said payment) {
            return Optional.of(request("Reverse", payment));
        }

        @Override
        public String[] headers() {
            return new String[] {"Content-Type", "text/xml; charset=utf-8", "SOAPAction", "\"\""};
        }

        @Override
        public Verdict heard(String answer) {
            return verdict(answer, "<respcode>(\\d+)</respcode>", Map.of(
                    "0", Verdict.OK, "1", Verdict.NOT_FOUND, "2", Verdict.AMOUNT, "3", Verdict.EXPIRED, "4", Verdict.PAID,
                    "5", Verdict.DUPLICATE));
        }
    }

    private static Verdict verdict(String answer, String pattern, Map<String, Verdict> codes) {
        Matcher found = Pattern.compile(pattern).matcher(answer);
        if (!found.find() || !codes.containsKey(found.group(1))) {
            throw new AssertionError("not an answer in the bank's words: " + answer);
        }
        return codes.get(found.group(1));
    }
}
