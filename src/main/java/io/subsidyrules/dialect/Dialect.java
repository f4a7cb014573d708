package io.subsidyrules.dialect;

import io.subsidyrules.codes.CodeLists;
import io.subsidyrules.dialect.bind.BoundLimit;
import io.subsidyrules.dialect.bind.BoundRule;
import io.subsidyrules.dialect.bind.PatternPool;
import io.subsidyrules.dialect.bind.ReservedNames;
import io.subsidyrules.dialect.bind.RuleBinder;
import io.subsidyrules.dialect.bind.VocabularyBinder;
import io.subsidyrules.dialect.clause.ClauseCheck;
import io.subsidyrules.dialect.clause.PolicySkeleton;
import io.subsidyrules.dialect.limit.LimitResolver;
import io.subsidyrules.dialect.lookup.TableBinder;
import io.subsidyrules.dialect.lookup.TableFiles;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.operand.VisibleTypes;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.dialect.source.Characters;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.dialect.source.SourceText;
import io.subsidyrules.dialect.syntax.FileParser;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.table.CsvFile;
import io.subsidyrules.dialect.table.CsvReader;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.PolicyFile;
import io.subsidyrules.policy.TableTitle;
import io.subsidyrules.policy.Unread;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a rules folder: a vocabulary, and one folder a policy with its {@code policy.yaml} and its rule files. */
public final class Dialect {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Dialect.class);

    private final Faults faults = new Faults();
    private final Map<String, List<Syntax.RuleFile>> files = new TreeMap<>();
    private final Map<String, Policy> policies = new TreeMap<>();
    private final Map<String, Unread> unread = new HashMap<>();
    private final Set<String> policyFiles = new HashSet<>();
    private final Set<String> misnamed = new HashSet<>();
    private final Set<String> incomplete = new HashSet<>();
    private final PatternPool patterns = new PatternPool();
    private final CodeLists lists = new CodeLists(faults);
    private final TableFiles tables = new TableFiles();
    private final Set<String> used = new TreeSet<>();
    private final VocabularyBinder vocabulary = new VocabularyBinder(patterns, lists, faults);

    private int words;
    private int cells;
    private final CancellationPoint checkpoint;

    private Dialect(CancellationPoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /**
     * Reads the files.
     *
     * @throws FaultsException with the first faults of each file
     */
    public static RuleBook read(RuleSources sources) {
        return read(sources, CancellationPoint.NONE);
    }

    /**
     * Reads the files, as long as the checkpoint lets it go on.
     *
     * @throws FaultsException with the first faults of each file
     */
    public static RuleBook read(RuleSources sources, CancellationPoint checkpoint) {
        return new Dialect(checkpoint).book(sources);
    }

    private RuleBook book(RuleSources sources) {
        sources.faults().forEach(this::notRead);
        sources.files().keySet().stream()
                .filter(path -> !RuleSources.isScenarios(path))
                // The examples in the faults of a rule file are of the currency of its policy.
                .sorted(Comparator.comparing(path -> !path.endsWith("/" + SourceNames.POLICY_FILE)))
                .forEach(path -> parse(path, sources));
        if (faults.isFull() || words > Limits.WORDS) {
            faults.throwIfAny();
        }
        files.values().forEach(vocabulary::note);
        vocabulary.bases(files.getOrDefault(SourceNames.VOCABULARY, List.of()), isComplete(SourceNames.VOCABULARY));
        if (!files.containsKey(SourceNames.VOCABULARY)) {
            incomplete.add(SourceNames.VOCABULARY);
        }
        Set<String> folders = new TreeSet<>(files.keySet());
        folders.addAll(policyFiles);
        folders.remove(SourceNames.VOCABULARY);
        if (folders.isEmpty() && Set.of(SourceNames.VOCABULARY).containsAll(incomplete)) {
            faults.add(Place.startOf(SourceFolder.WHOLE), FaultCode.NO_POLICY);
        }
        List<Rule> rules = new ArrayList<>();
        List<BoundLimit> bound = new ArrayList<>();
        for (String folder : folders) {
            for (BoundRule rule : policyRules(folder, files.getOrDefault(folder, List.of()))) {
                rule.rule().ifPresent(rules::add);
                rule.limit().ifPresent(bound::add);
            }
        }
        List<Limit> limits = limits(bound, rules);
        if (rules.size() > Limits.RULES) {
            faults.add(rules.get(Limits.RULES).place(), FaultCode.TOO_MANY, TEXTS.text("rules"), Limits.RULES);
        }
        faults.throwIfAny();
        rules.sort(Comparator.comparing(Rule::policy).thenComparing(Rule::clause, Dialect::byNumber));
        Set<String> unused = new TreeSet<>(tables.paths());
        unused.removeAll(used);
        return new RuleBook(
                sources.version(),
                vocabulary.bound(),
                List.copyOf(policies.values()),
                rules,
                limits,
                List.copyOf(unused));
    }

    /** The limits in the order of policy folder, clause number, place in the file. */
    private List<Limit> limits(List<BoundLimit> bound, List<Rule> rules) {
        if (bound.size() > Limits.LIMITS) {
            faults.add(bound.get(Limits.LIMITS).place(), FaultCode.TOO_MANY, TEXTS.text("limits"), Limits.LIMITS);
            return List.of();
        }
        List<Limit> limits = new LimitResolver(policies, rules, faults).limits(bound, faults.isEmpty());
        limits.sort(Comparator.comparing(Limit::policy).thenComparing(Limit::clause, Dialect::byNumber));
        return limits;
    }

    /** Adds the fault of a file that could not be read, whose content is then not reported as missing elsewhere. */
    private void notRead(Fault fault) {
        faults.add(fault);
        String[] names = fault.place().file().split("/", -1);
        incomplete.add(names[0]);
        if (names[names.length - 1].equals(SourceNames.POLICY_FILE)) {
            policyFiles.add(names[0]);
        }
    }

    /** Whether all files of a folder, and of the vocabulary, could be read. */
    private boolean isComplete(String folder) {
        return Collections.disjoint(incomplete, List.of(SourceFolder.WHOLE, SourceNames.VOCABULARY, folder));
    }

    private void parse(String path, RuleSources sources) {
        checkpoint.reached(path);
        String[] names = path.split("/", -1);
        boolean isList = CodeLists.isList(names[names.length - 1]);
        if (names.length != 2 || (isList && !names[0].equals(SourceNames.VOCABULARY))) {
            faults.add(Place.startOf(path), FaultCode.FILE_MISPLACED);
            return;
        }
        boolean named = isNamed(names[0], path);
        boolean isPolicy = names[1].equals(SourceNames.POLICY_FILE);
        if (isPolicy) {
            policyFiles.add(names[0]);
        }
        boolean read = faults.reads(() -> SourceText.of(path, sources.content(path), faults)
                .ifPresentOrElse(
                        text -> {
                            if (isPolicy) {
                                PolicyFile.read(path, text, named, faults).ifPresent(contents -> {
                                    policies.put(names[0], contents.policy());
                                    unread.put(names[0], contents.unread());
                                });
                            } else if (isList) {
                                lists.read(path, text);
                            } else if (CsvFile.isCsv(names[1])) {
                                table(path, text);
                            } else {
                                ruleFile(path, text, sources);
                            }
                        },
                        () -> notReadable(path)));
        if (!read) {
            incomplete.add(names[0]);
        }
    }

    private void notReadable(String path) {
        if (CsvFile.isCsv(path)) {
            tables.addUnread(path);
        } else {
            incomplete.add(path.substring(0, path.indexOf('/')));
        }
    }

    private void table(String path, String text) {
        Optional<CsvFile> file = CsvReader.read(path, text, Limits.LIST_FILE, faults);
        file.ifPresentOrElse(tables::add, () -> tables.addUnread(path));
        int more = file.map(read -> read.rows().size() * read.headings().size()).orElse(0);
        if (cells <= Limits.TABLE_CELLS && cells + more > Limits.TABLE_CELLS) {
            faults.add(Place.startOf(path), FaultCode.TOO_MANY, TEXTS.text("cellsInAllFiles"), Limits.TABLE_CELLS);
        }
        cells += more;
    }

    private void ruleFile(String path, String text, RuleSources sources) {
        String folder = path.substring(0, path.indexOf('/'));
        if (words > Limits.WORDS) {
            incomplete.add(folder);
            return;
        }
        Syntax.RuleFile file = FileParser.parse(
                path, text, currency(folder).orElse(Currency.CNY).word(), faults);
        words += file.words();
        if (words > Limits.WORDS) {
            faults.add(file.packageName().place(), FaultCode.TOO_MANY, TEXTS.text("wordsInAllFiles"), Limits.WORDS);
            return;
        }
        packageIsFolder(file.packageName(), folder);
        if (!file.importsVocabulary() && !folder.equals(SourceNames.VOCABULARY)) {
            faults.add(file.packageName().place(), FaultCode.IMPORT_MISSING);
        }
        if (!file.complete()) {
            incomplete.add(folder);
        }
        List<Syntax.RuleFile> written = files.computeIfAbsent(folder, name -> new ArrayList<>());
        written.add(file);
        // What a copy declares again is reported at the copy.
        written.sort(Comparator.comparing(
                one -> sources.isCopy(one.packageName().place().file())));
    }

    /** Whether a package can have the folder's name; a fault of the first file that is read in it, where not. */
    private boolean isNamed(String folder, String path) {
        boolean named = Characters.isName(SourceNames.packageOf(folder))
                && !ReservedNames.isWord(SourceNames.packageOf(folder));
        if (!named && misnamed.add(folder)) {
            faults.add(Place.startOf(path), FaultCode.FOLDER_NAME, folder, nameMeant(folder));
        }
        return named;
    }

    private static String nameMeant(String folder) {
        String plain = folder.replaceAll("[^A-Za-z0-9_\\u3400-\\u9FFF-]+", "-").replaceAll("^-+|-+$", "");
        boolean sound =
                Characters.isName(SourceNames.packageOf(plain)) && !ReservedNames.isWord(SourceNames.packageOf(plain));
        return sound ? plain : "policy-" + plain;
    }

    private void packageIsFolder(Syntax.Name name, String folder) {
        String expected = SourceNames.packageOf(folder);
        if (!misnamed.contains(folder) && !name.text().equals(expected)) {
            faults.add(name.place(), FaultCode.WRONG_PACKAGE, name.text(), folder, expected);
        }
    }

    private List<BoundRule> policyRules(String folder, List<Syntax.RuleFile> written) {
        checkpoint.reached(folder);
        boolean complete = isComplete(folder);
        Policy policy = policies.get(folder);
        TableBinder binder = new TableBinder(folder, tables, policy == null ? Map.of() : titles(policy), faults);
        VisibleTypes known = vocabulary.policy(folder, written, complete, binder);
        List<BoundRule> rules = new RuleBinder(folder, currency(folder), policies, known, patterns, faults)
                .rules(written.stream().flatMap(file -> file.rules().stream()).toList());
        used.addAll(binder.used());
        if (policy != null) {
            new ClauseCheck(policy, Objects.requireNonNull(unread.get(folder)), rules, faults).run(complete);
        } else if (!policyFiles.contains(folder)
                && !misnamed.contains(folder)
                && !incomplete.contains(SourceFolder.WHOLE)) {
            faults.add(
                    Place.startOf(folder + "/" + SourceNames.POLICY_FILE),
                    FaultCode.POLICY_FILE_MISSING,
                    PolicySkeleton.of(folder, rules));
        }
        return rules;
    }

    /** The currency of a policy; empty if its file could not be read. */
    private Optional<Currency> currency(String folder) {
        return Optional.ofNullable(policies.get(folder))
                .filter(policy -> !Objects.requireNonNull(unread.get(folder)).currency())
                .map(Policy::currency);
    }

    /** The titles that a policy gives its tables and lists, by the names of the files, which must be there. */
    private Map<String, Text> titles(Policy policy) {
        Map<String, Text> titles = new TreeMap<>();
        for (TableTitle table : policy.tables()) {
            titles.put(table.file(), table.title());
            Set<String> known = tables.names(policy.id());
            boolean there = known.contains(table.file()) || tables.isUnread(policy.id(), table.file());
            if (!there && isComplete(policy.id())) {
                faults.add(
                        table.place(),
                        FaultCode.UNKNOWN_TABLE,
                        table.file(),
                        policy.id(),
                        Spelling.remedy(table.file(), known));
            }
        }
        return titles;
    }

    /** "2.10" after "2.9" after "1.1". */
    private static int byNumber(String one, String other) {
        String[] first = one.split("\\.", -1);
        String[] second = other.split("\\.", -1);
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int compared = Integer.compare(Integer.parseInt(first[i]), Integer.parseInt(second[i]));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(first.length, second.length);
    }
}
