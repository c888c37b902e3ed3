package org.anuyat.workflow.drawing;

import java.time.Duration;

/**
 * What drawing may take.
 *
 * @param name of the threads
 * @param threads that draw at a time; Java can't stop a thread: one that is lost to a file mustn't be joined by more
 * @param waiting how many files may wait for a thread
 * @param time for one file, waiting included
 * @param side most pixels of the longer side of a drawn page
 * @param scale most pixels for each of a page's points, of which 72 are an inch
 * @param pixelsInside most pixels of a picture inside a PDF: a few kilobytes can say that they are a picture of gigabytes
 */
public record Bounds(String name, int threads, int waiting, Duration time, int side, float scale, long pixelsInside) {}
