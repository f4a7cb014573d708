package io.subsidyrules.meaning.tree;

import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.meaning.space.Classes;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was found by a search.
 *
 * @param boxes combinations of classes with their results, of which no two have one in common
 * @param combinations how many combinations were looked at, with those that are none of the boxes
 * @param evaluations how many requests were evaluated
 * @param doubts the reasons why the boxes need not be all; none where that is proved
 */
public record Search<R>(List<Box<R>> boxes, BigInteger combinations, int evaluations, List<Text> doubts) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Search.class);

    public Search {
        boxes = List.copyOf(boxes);
        doubts = List.copyOf(doubts);
    }

    /** The combinations for which two judges say something else of their one item. */
    public static Search<Change> changes(Judge before, Judge after, String name, Effort effort) {
        Classes classes = Tree.classes(List.of(before, after), name, effort.checkpoint());
        Difference difference = new Difference(before, after);
        Tree<Change> tree = new Tree<>(List.of(before, after), classes, effort, name, difference::of);
        return of(tree.search(), classes, difference.isDoubtful());
    }

    /**
     * Whether it is proved that two judges say the same of their one item, whatever is asked. It ends with the first
     * combination for which they do not.
     */
    public static boolean areSame(Judge before, Judge after, String name, Effort effort) {
        Classes classes = Tree.classes(List.of(before, after), name, effort.checkpoint());
        Difference difference = new Difference(before, after);
        Tree<Change> tree = new Tree<>(List.of(before, after), classes, effort, name, difference::of);
        return classes.doubts().isEmpty()
                && tree.findsNone()
                && classes.doubts().isEmpty()
                && !difference.isDoubtful();
    }

    /** All combinations, with what each item of a judge comes to. */
    public static Search<List<Payment>> payments(Judge judge, int items, String name, Effort effort) {
        Classes classes = Tree.classes(List.of(judge), name, effort.checkpoint());
        boolean[] mixed = new boolean[1];
        Tree<List<Payment>> tree = new Tree<>(List.of(judge), classes, effort, name, probes -> {
            mixed[0] |= probes.areMixed();
            return Optional.of(
                    IntStream.range(0, items).mapToObj(probes::payment).toList());
        });
        return of(tree.search(), classes, mixed[0]);
    }

    /** Whether something can be proved of the rules of a judge at all: a search costs much where nothing can. */
    public static boolean canProve(Judge judge) {
        return Tree.classes(List.of(judge), "", CancellationPoint.NONE).doubts().isEmpty();
    }

    private static <R> Search<R> of(Tree.Found<R> found, Classes classes, boolean amountsDoubtful) {
        List<Text> doubts = new ArrayList<>(classes.doubts());
        if (amountsDoubtful) {
            doubts.add(TEXTS.text("amounts"));
        }
        if (!found.finished()) {
            doubts.add(TEXTS.text("exhausted", found.evaluations()));
        }
        return new Search<>(found.boxes(), found.combinations(), found.evaluations(), doubts);
    }

    /** Whether the boxes are all there are. */
    public boolean isProved() {
        return doubts.isEmpty();
    }
}
