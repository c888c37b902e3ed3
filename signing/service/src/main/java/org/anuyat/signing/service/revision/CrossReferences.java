package org.anuyat.signing.service.revision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the end of an update: where its objects are, as a table or as a stream, whichever the file had before, and the trailer
 * (ISO 32000-1, 7.5.4, 7.5.5 and 7.5.8).
 */
final class CrossReferences {

    /** Bytes of a stream's entry: its type, the place, the generation. */
    private static final int[] WIDTHS = {1, 4, 2};

    private static final byte IN_USE = 1;
    private static final int ID = 16;

    private final COSDocument document;
    private final Bytes file;

    CrossReferences(COSDocument document, Bytes file) {
        this.document = document;
        this.file = file;
    }

    /**
     * Writes them.
     *
     * @param begin of the update
     * @param objects how to write them, those written so far included
     */
    void write(int begin, ObjectWriter objects) throws IOException {
        COSDictionary trailer = trailer(begin);
        int place = file.size();
        if (document.isXRefStream() && !document.hasHybridXRef()) {
            stream(trailer, objects, place);
        } else {
            table(trailer, objects);
        }
        file.ascii("startxref\n" + place + "\n%%EOF\n");
    }

    private COSDictionary trailer(int begin) {
        COSDictionary before = document.getTrailer();
        COSDictionary trailer = new COSDictionary();
        trailer.setItem(COSName.ROOT, before.getItem(COSName.ROOT));
        if (before.containsKey(COSName.INFO)) {
            trailer.setItem(COSName.INFO, before.getItem(COSName.INFO));
        }
        trailer.setItem(COSName.ID, identifiers(before.getCOSArray(COSName.ID), file.from(begin)));
        trailer.setLong(COSName.PREV, document.getStartXref());
        return trailer;
    }

    /** The first identifier stays as long as the document, the second one is the revision's (14.4). */
    private static COSArray identifiers(@Nullable COSArray before, byte[] update) {
        COSString revision = new COSString(digest(update));
        COSArray identifiers = new COSArray();
        COSBase first = before == null ? null : before.getObject(0);
        identifiers.add(first == null ? revision : first);
        identifiers.add(revision);
        return identifiers;
    }

    private static byte[] digest(byte[] update) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(update), ID);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void table(COSDictionary trailer, ObjectWriter objects) throws IOException {
        file.ascii("xref\n");
        for (List<Entry<COSObjectKey, Integer>> range : ranges(objects.places())) {
            file.ascii(range.get(0).getKey().getNumber() + " " + range.size() + "\n");
            for (Entry<COSObjectKey, Integer> object : range) {
                // in Thailand the machine's own language may have digits of its own
                file.ascii(String.format(Locale.ROOT, "%010d %05d n\r\n", object.getValue(), object.getKey().getGeneration()));
            }
        }
        trailer.setLong(COSName.SIZE, size(objects.places()));
        file.ascii("trailer\n");
        trailer.accept(objects);
        file.write('\n');
    }

    private void stream(COSDictionary trailer, ObjectWriter objects, int place) throws IOException {
        COSObjectKey own = objects.next();
        Map<COSObjectKey, Integer> places = objects.places();
        places.put(own, place);
        ByteBuffer entries = ByteBuffer.allocate(places.size() * Arrays.stream(WIDTHS).sum());
        COSArray index = new COSArray();
        for (List<Entry<COSObjectKey, Integer>> range : ranges(places)) {
            index.add(COSInteger.get(range.get(0).getKey().getNumber()));
            index.add(COSInteger.get(range.size()));
            range.forEach(object -> entries.put(IN_USE).putInt(object.getValue()).putShort((short) object.getKey().getGeneration()));
        }
        trailer.setItem(COSName.TYPE, COSName.XREF);
        trailer.setItem(COSName.INDEX, index);
        trailer.setItem(COSName.W, COSArray.ofCOSIntegers(Arrays.stream(WIDTHS).boxed().toList()));
        trailer.setLong(COSName.SIZE, size(places));
        trailer.setInt(COSName.LENGTH, entries.capacity());
        file.ascii(own.getNumber() + " 0 obj\n");
        trailer.accept(objects);
        file.ascii("\nstream\n");
        file.writeBytes(entries.array());
        file.ascii("\nendstream\nendobj\n");
    }

    private long size(Map<COSObjectKey, Integer> places) {
        long before = document.getTrailer().getLong(COSName.SIZE);
        return Math.max(before, places.keySet().stream().mapToLong(COSObjectKey::getNumber).max().orElse(0) + 1);
    }

    /** Objects whose numbers follow each other. */
    private static List<List<Entry<COSObjectKey, Integer>>> ranges(Map<COSObjectKey, Integer> places) {
        List<List<Entry<COSObjectKey, Integer>>> ranges = new ArrayList<>();
        long next = -1;
        for (Entry<COSObjectKey, Integer> object : places.entrySet()) {
            if (object.getKey().getNumber() != next) {
                ranges.add(new ArrayList<>());
            }
            ranges.get(ranges.size() - 1).add(object);
            next = object.getKey().getNumber() + 1;
        }
        return ranges;
    }
}
