package io.subsidyrules.dialect.bind;

import io.subsidyrules.codes.CodeLists;
import io.subsidyrules.dialect.lookup.TableBinder;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.dialect.operand.VisibleTypes;
import io.subsidyrules.dialect.source.CopiedFile;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects the types of facts of all folders: the two bases and shared enums first, then each policy's own. */
public final class VocabularyBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(VocabularyBinder.class);
    private static final Set<String> BASES = Set.of("Applicant", "Claim");

    private final Faults faults;
    private final DeclareBinder declares;
    private final Map<String, FactType> claims = new TreeMap<>();
    private final Map<String, FactType> members = new TreeMap<>();

    /** The names of types that some field is a list of. */
    private final Set<String> listed = new HashSet<>();

    private final Set<String> copies = new HashSet<>();
    private final Map<String, Place> names = new HashMap<>();
    private final Set<String> partial = new HashSet<>();
    private Map<String, EnumType> sharedEnums = Map.of();
    private Map<String, FactType> sharedMembers = Map.of();
    private final Map<String, Place> everywhere = new HashMap<>();
    private FactType applicant = unknown("Applicant", FactType.Kind.APPLICANT);
    private FactType claim = unknown("Claim", FactType.Kind.CLAIM);

    public VocabularyBinder(PatternPool patterns, CodeLists lists, Faults faults) {
        this.faults = faults;
        this.declares = new DeclareBinder(patterns, lists, faults);
    }

    /** Reads the vocabulary's own files; where a base is missing in files that could be read, that is a fault. */
    public void bases(List<Syntax.RuleFile> shared, boolean complete) {
        sharedEnums = enums(shared, Map.of());
        for (Syntax.RuleFile file : shared) {
            file.rules().forEach(rule -> only(rule.name()));
            file.types().stream()
                    .filter(type -> !isMember(type))
                    .map(Syntax.TypeDeclare::name)
                    .filter(name -> !BASES.contains(name.text()))
                    .forEach(this::only);
        }
        sharedMembers = members(shared, SourceNames.VOCABULARY, sharedEnums, complete);
        applicant = base(shared, "Applicant", FactType.Kind.APPLICANT, complete);
        claim = base(shared, "Claim", FactType.Kind.CLAIM, complete);
    }

    /**
     * Notes where the files of a policy declare types, for those who look for them in another, and which types are
     * those of members. The files of all folders come before any of them is bound.
     */
    public void note(List<Syntax.RuleFile> written) {
        for (Syntax.RuleFile file : written) {
            file.types()
                    .forEach(type -> everywhere.putIfAbsent(
                            type.name().text(), type.name().place()));
            file.types().stream()
                    .flatMap(type -> type.fields().stream())
                    .map(field -> field.type().text())
                    .filter(type -> type.endsWith(DeclareBinder.LIST))
                    .forEach(type -> listed.add(type.substring(0, type.length() - DeclareBinder.LIST.length())));
            file.enums()
                    .forEach(type -> everywhere.putIfAbsent(
                            type.name().text(), type.name().place()));
        }
    }

    /**
     * The types that the files of a policy can name.
     *
     * @param tables the tables and lists that they can name
     */
    public VisibleTypes policy(String folder, List<Syntax.RuleFile> written, boolean complete, TableBinder tables) {
        Map<String, EnumType> enums = enums(written, sharedEnums);
        Map<String, FactType> types = new TreeMap<>(Map.of(applicant.name(), applicant));
        Map<String, FactType> own = members(written, folder, enums, complete);
        types.putAll(sharedMembers);
        types.putAll(own);
        Set<String> lists = new TreeSet<>(sharedMembers.keySet());
        lists.addAll(own.keySet());
        for (Syntax.RuleFile file : written) {
            for (Syntax.TypeDeclare declare : file.types()) {
                if (!isMember(declare)) {
                    claimType(declare, folder, enums, lists, types, complete);
                }
            }
        }
        return VisibleTypes.of(types, enums, partial, everywhere, complete, tables);
    }

    /** All types of facts. */
    public Vocabulary bound() {
        return new Vocabulary(applicant, List.copyOf(claims.values()), List.copyOf(members.values()));
    }

    /** Whether a declare is one of members: it extends nothing, and some field is a list of it. */
    private boolean isMember(Syntax.TypeDeclare declare) {
        String name = declare.name().text();
        return declare.base().isEmpty() && listed.contains(name) && !BASES.contains(name);
    }

    /** The types of members that files declare, by name. */
    private Map<String, FactType> members(
            List<Syntax.RuleFile> written, String folder, Map<String, EnumType> enums, boolean complete) {
        Map<String, FactType> own = new TreeMap<>();
        List<Syntax.TypeDeclare> declared = written.stream()
                .flatMap(file -> file.types().stream())
                .filter(this::isMember)
                .toList();
        Set<String> names = new TreeSet<>(sharedMembers.keySet());
        declared.forEach(declare -> names.add(declare.name().text()));
        for (Syntax.TypeDeclare declare : declared) {
            FactType type = factType(declare, folder, FactType.Kind.MEMBER, List.of(), enums, names, complete);
            if (isNew(declare.name(), enums)) {
                own.put(type.name(), type);
                members.put(type.name(), type);
            }
        }
        return own;
    }

    /** Whether the name of a type is of no other; a fault where it is, or where it cannot be one. */
    private boolean isNew(Syntax.Name name, Map<String, EnumType> enums) {
        ReservedNames.checkType(name, faults);
        Optional<Place> earlier = Optional.ofNullable(names.putIfAbsent(name.text(), name.place()))
                .or(() -> Optional.ofNullable(enums.get(name.text())).map(EnumType::place));
        earlier.ifPresent(place -> duplicate(name.text(), name.place(), place));
        if (names.size() > Limits.TYPES) {
            faults.add(name.place(), FaultCode.TOO_MANY, TEXTS.text("factTypes"), Limits.TYPES);
        }
        return earlier.isEmpty();
    }

    /** Tells only the first name of a copied file: the file is one too many. */
    private void duplicate(String name, Place again, Place first) {
        Optional<Text> copy = CopiedFile.remedy(again, first);
        if (copy.isEmpty() || copies.add(again.file())) {
            faults.add(again, FaultCode.DUPLICATE_NAME, name, first, copy.orElse(DeclareBinder.UNIQUE));
        }
    }

    private void only(Syntax.Name name) {
        faults.add(name.place(), FaultCode.VOCABULARY_ONLY, name.text(), Spelling.question(name.text(), BASES));
    }

    private Map<String, EnumType> enums(List<Syntax.RuleFile> written, Map<String, EnumType> shared) {
        Map<String, EnumType> enums = new TreeMap<>(shared);
        for (Syntax.RuleFile file : written) {
            for (Syntax.EnumDeclare declare : file.enums()) {
                EnumType type = declares.enumType(declare);
                EnumType earlier = enums.putIfAbsent(type.name(), type);
                if (earlier != null) {
                    duplicate(type.name(), type.place(), earlier.place());
                }
                if (!declare.complete()) {
                    partial.add(type.name());
                }
            }
        }
        return enums;
    }

    private FactType base(List<Syntax.RuleFile> shared, String name, FactType.Kind kind, boolean complete) {
        List<Syntax.TypeDeclare> found = shared.stream()
                .flatMap(file -> file.types().stream())
                .filter(declare -> declare.name().text().equals(name))
                .toList();
        boolean misspelt = shared.stream()
                .flatMap(file -> file.types().stream())
                .anyMatch(declare ->
                        Spelling.nearest(declare.name().text(), BASES).equals(Optional.of(name)));
        if (found.size() > 1 || (found.isEmpty() && complete && !misspelt)) {
            Place place = found.isEmpty()
                    ? Place.startOf(SourceNames.VOCABULARY)
                    : found.get(1).name().place();
            faults.add(place, FaultCode.VOCABULARY_INCOMPLETE, name);
        }
        if (found.isEmpty()) {
            partial.add(name);
            return unknown(name, kind);
        }
        return factType(
                found.get(0), SourceNames.VOCABULARY, kind, List.of(), sharedEnums, sharedMembers.keySet(), complete);
    }

    private static FactType unknown(String name, FactType.Kind kind) {
        return new FactType(
                name,
                SourceNames.VOCABULARY,
                kind,
                new Text(name, name),
                Optional.empty(),
                List.of(),
                Place.startOf(name));
    }

    private FactType factType(
            Syntax.TypeDeclare declare,
            String folder,
            FactType.Kind kind,
            List<Field> base,
            Map<String, EnumType> enums,
            Set<String> lists,
            boolean complete) {
        FactType type = declares.factType(declare, folder, kind, base, enums, lists, complete);
        int read = type.fields().size() - base.size();
        if (!declare.complete() || read < declare.fields().size()) {
            partial.add(type.name());
        }
        return type;
    }

    private void claimType(
            Syntax.TypeDeclare declare,
            String folder,
            Map<String, EnumType> enums,
            Set<String> lists,
            Map<String, FactType> types,
            boolean complete) {
        Syntax.Name name = declare.name();
        FactType type = factType(declare, folder, FactType.Kind.CLAIM, claim.fields(), enums, lists, complete);
        if (declare.base().filter(base -> base.text().equals("Claim")).isEmpty()) {
            Place place = declare.base().map(Syntax.Name::place).orElse(name.place());
            faults.add(place, FaultCode.NOT_A_CLAIM, name.text());
        }
        if (BASES.contains(name.text())) {
            faults.add(
                    name.place(), FaultCode.DUPLICATE_NAME, name.text(), SourceNames.VOCABULARY, DeclareBinder.UNIQUE);
            return;
        }
        if (isNew(name, enums)) {
            types.put(name.text(), type);
            claims.put(name.text(), type);
        }
    }
}
