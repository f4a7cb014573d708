package io.subsidyrules.layout;

import io.subsidyrules.dialect.syntax.FileParser;
import io.subsidyrules.dialect.syntax.SourceWord;
import io.subsidyrules.fault.Faults;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule file.
 *
 * @param words with their comments
 */
record RuleFile(RuleFileWords words) implements WrittenFile {

    /** The word before an amount, for examples in remedies: which one a policy has is not known here. */
    private static final String MONEY = "yuan";

    static RuleFile read(String path, String text) {
        Faults faults = new Faults();
        faults.reads(() -> FileParser.parse(path, text, MONEY, faults));
        faults.throwIfAny();
        return new RuleFile(RuleFileWords.of(text, SourceWord.of(path, text, faults)));
    }

    @Override
    public String layout() {
        Lines lines = new Lines();
        for (Statement statement : new StatementReader(words.words()).all()) {
            statement.writeTo(lines, StatementReader.indentOfComments(statement));
        }
        for (Comment comment : words.last()) {
            Statement.writeComment(lines, comment, comment.afterBlankLine(), 0);
        }
        return lines.file();
    }

    /** The words as they are written and the comments between them. */
    @Override
    public List<String> content() {
        Stream<String> written = words.words().stream().flatMap(word -> Stream.of(
                        texts(word.before()),
                        Stream.of(word.word().kind() + " " + word.word().text()),
                        texts(word.after()))
                .flatMap(part -> part));
        return Stream.concat(written, texts(words.last())).toList();
    }

    /** A comment of several lines may be moved as a whole. */
    private static Stream<String> texts(List<Comment> comments) {
        return comments.stream().flatMap(comment -> comment.text().lines().map(line -> "COMMENT " + line.strip()));
    }
}
