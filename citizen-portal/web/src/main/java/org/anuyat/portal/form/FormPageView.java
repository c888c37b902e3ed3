package org.anuyat.portal.form;

import java.util.List;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;

/**
 * A page of a form, ready for {@code portal/form/page :: questions(view)}, in the reader's language.
 *
 * @param title heading of the page
 * @param intro text below it; may be empty
 * @param groups the questions
 * @param problems what is wrong, for the error summary; put it into the model as {@code problems}
 */
public record FormPageView(String title, String intro, List<Group> groups, List<Problem> problems) {

    /**
     * Questions under one heading.
     *
     * @param title the heading; empty for none
     * @param intro text below it; may be empty
     * @param questions in their order
     */
    public record Group(String title, String intro, List<Question> questions) {}

    /**
     * One question.
     *
     * @param fragment the fragment of {@code kit/fields} that shows it; {@code rows} for a list
     * @param field the question itself
     * @param suggestions whether places are suggested while one types
     * @param rows the rows of a list
     * @param list key of the list, for the buttons that add and remove rows
     * @param full whether the list takes no more rows
     */
    public record Question(
            String fragment, Field field, boolean suggestions, List<Row> rows, String list, boolean full) {}

    /**
     * A row of a list.
     *
     * @param number counted from 1
     * @param index counted from 0, as the parameters are named
     * @param questions its columns
     */
    public record Row(int number, int index, List<Question> questions) {}
}
