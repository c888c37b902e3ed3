package org.anuyat.payments.service.dayfiles;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.PaymentsSettings.Agency;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.dayfiles.DayFileReader.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.InputStreamResource;
import org.springframework.transaction.support.TransactionOperations;

/** The service behind {@link DayFiles}. */
@PaymentsPart
@Primary
class DayFileDesk implements DayFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DayFileDesk.class);
    private static final int BUFFER = 64 * 1024;

    private final DayFileBook book;
    private final Matching matching;
    private final Banks banks;
    private final PaymentsSettings settings;
    private final TransactionOperations transactions;
    private final ObjectProvider<Nudge> nudge;

    DayFileDesk(
            DayFileBook book,
            Matching matching,
            Banks banks,
            PaymentsSettings settings,
            TransactionOperations transactions,
            ObjectProvider<Nudge> nudge) {
        this.book = book;
        this.matching = matching;
        this.banks = banks;
        this.settings = settings;
        this.transactions = transactions;
        this.nudge = nudge;
    }

    @Override
    public DayFile receive(String agency, InputStreamResource file) {
        Agency collecting = settings.agencies().get(agency);
        if (collecting == null) {
            throw new PaymentsRefusal(Reason.UNKNOWN_AGENCY, "no biller ID is set up for the agency " + agency);
        }
        return take(collecting.banks(), agency, file);
    }

    /** Reads a file that a bank delivers itself, for whichever agency its account is. */
    DayFile delivered(String bank, InputStreamResource file) {
        return take(Set.of(bank), null, file);
    }

    private DayFile take(Set<String> from, @Nullable String onlyFor, InputStreamResource file) {
        try {
            // a slow sender mustn't hold the database, and a killed process mustn't leave payers' names behind: opened so, the file has no
            // name any more on a POSIX system
            Path name = Files.createTempFile("day-file", ".txt");
            try (FileChannel whole = FileChannel.open(name, READ, WRITE, DELETE_ON_CLOSE)) {
                return read(from, onlyFor, whole, spool(file, whole));
            }
        } catch (MalformedDayFile e) {
            throw new PaymentsRefusal(Reason.FILE_MALFORMED, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String spool(InputStreamResource file, FileChannel target) throws IOException {
        MessageDigest digest = sha256();
        long largest = settings.dayFileLargest().toBytes();
        // the channel stays open: closed, the file would be gone
        OutputStream out = Channels.newOutputStream(target);
        try (InputStream in = new DigestInputStream(file.getInputStream(), digest)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > largest) {
                    throw new PaymentsRefusal(Reason.FILE_MALFORMED, "the file is larger than " + largest + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private DayFile read(Set<String> from, @Nullable String onlyFor, FileChannel whole, String digest) throws IOException {
        Optional<DayFile> known = book.findByDigest(digest).filter(file -> onlyFor == null || onlyFor.equals(file.agency()));
        if (known.isPresent()) {
            return known.get();
        }
        whole.position(0);
        try (InputStream in = new BufferedInputStream(Channels.newInputStream(whole), BUFFER)) {
            DayFileReader reader = new DayFileReader(in);
            Header header = reader.header();
            String bank = bank(from, header);
            Map.Entry<String, Agency> agency = agency(bank, header);
            if (onlyFor != null && !onlyFor.equals(agency.getKey())) {
                throw new PaymentsRefusal(Reason.UNKNOWN_AGENCY, "the account " + header.account() + " isn't of the agency " + onlyFor);
            }
            UUID id = transactions.execute(status -> enter(bank, agency, reader, digest));
            nudge.ifAvailable(Nudge::now);
            DayFile file = file(id);
            LOG.info("End-of-day file of bank {} for {}: {} of {} payments matched", bank, file.effectiveOn(), file.matched(), file.credits());
            return file;
        }
    }

    /** The one of these banks whose file it is, by the code in its header. */
    private String bank(Set<String> from, Header header) {
        return from.stream()
                .filter(name -> banks.named(name).code().equals(header.bankCode()))
                .findFirst()
                .orElseThrow(() -> new MalformedDayFile(
                        1, 8, "bank code", "is " + header.bankCode() + " but the bank is " + from.stream()
                                .sorted()
                                .map(name -> name + " (" + banks.named(name).code() + ")")
                                .collect(Collectors.joining(", "))));
    }

    private UUID enter(String bank, Map.Entry<String, Agency> agency, DayFileReader reader, String digest) {
        UUID id = UUID.randomUUID();
        if (!book.enter(id, bank, agency.getKey(), reader.header(), digest)) {
            // somebody else may have read the very file a moment before
            return book.findByDigest(digest).map(DayFile::id).orElseThrow(() -> new PaymentsRefusal(
                    Reason.FILE_CONFLICT,
                    "another file of account " + reader.header().account() + " for " + reader.header().effectiveOn() + " was read before"));
        }
        book.copy(id, agency.getValue().billerId(), reader);
        matching.pair(id);
        if (banks.named(bank).inquiries().isPresent()) {
            book.askAboutRest(id);
        } else {
            book.postRest(id, reader.totals());
        }
        return id;
    }

    /** The agency that collects on the account: by its number, or the only one at that bank when it has no number set. */
    private Map.Entry<String, Agency> agency(String bank, Header header) {
        List<Map.Entry<String, Agency>> there = settings.agencies().entrySet().stream()
                .filter(entry -> entry.getValue().banks().contains(bank))
                .toList();
        return there.stream()
                .filter(entry -> header.account().equals(entry.getValue().accountAt(bank)))
                .findFirst()
                .or(() -> there.size() == 1 && !hasAccount(there.get(0).getValue(), bank)
                        ? Optional.of(there.get(0))
                        : Optional.empty())
                .orElseThrow(() -> new PaymentsRefusal(
                        Reason.UNKNOWN_AGENCY, "no agency is set up with the account " + header.account() + " at the bank " + bank));
    }

    private static boolean hasAccount(Agency agency, String bank) {
        String account = agency.accountAt(bank);
        return account != null && !account.isEmpty();
    }

    @Override
    public List<DayFile> files(String agency, int most) {
        if (most < 1 || most > LARGEST_PAGE) {
            throw new IllegalArgumentException("most must be 1 to " + LARGEST_PAGE);
        }
        return book.ofAgency(agency, most);
    }

    @Override
    public DayFile file(UUID fileId) {
        return book.find(fileId).orElseThrow(() -> new PaymentsRefusal(Reason.NOT_FOUND, "no such file"));
    }

    @Override
    public DayDifference.Page differences(UUID fileId, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("page must not be negative, size must be 1 to " + LARGEST_PAGE);
        }
        Agency agency = settings.agencies().get(file(fileId).agency());
        // the bank's word about a refund may have come after its file
        matching.pairBack(fileId);
        return matching.differences(fileId, agency == null ? "" : agency.billerId(), page, size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
