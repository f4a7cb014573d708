package io.subsidyrules.dialect.bind;

import io.subsidyrules.codes.CodeLists;
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

/** Collects the types of facts of all folders: the two bases and shared enums first, then each policy's own. */
public final class VocabularyBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(VocabularyBinder.class);
    private static final Set<String> BASES = Set.of("Applicant", "Claim");

    private final Faults faults;
    private final DeclareBinder declares;
    private final Map<String, FactType> claims = new TreeMap<>();
    private final Set<String> copies = new HashSet<>();
    private final Map<String, Place> names = new HashMap<>();
    private final Set<String> partial = new HashSet<>();
    private Map<String, EnumType> sharedEnums = Map.of();
    private final Map<String, Place> everywhere = new HashMap<>();
    private FactType applicant = unknown("Applicant", false);
    private FactType claim = unknown("Claim", true);

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
                    .map(Syntax.TypeDeclare::name)
                    .filter(name -> !BASES.contains(name.text()))
                    .forEach(this::only);
        }
        applicant = base(shared, "Applicant", false, complete);
        claim = base(shared, "Claim", true, complete);
    }

    /** Notes where the files of a policy declare types, for those who look for them in another. */
    public void note(List<Syntax.RuleFile> written) {
        for (Syntax.RuleFile file : written) {
            file.types()
                    .forEach(type -> everywhere.putIfAbsent(
                            type.name().text(), type.name().place()));
            file.enums()
                    .forEach(type -> everywhere.putIfAbsent(
                            type.name().text(), type.name().place()));
        }
    }

    /** The types that the files of a policy can name. */
    public VisibleTypes policy(String folder, List<Syntax.RuleFile> written, boolean complete) {
        Map<String, EnumType> enums = enums(written, sharedEnums);
        Map<String, FactType> types = new TreeMap<>(Map.of(applicant.name(), applicant));
        for (Syntax.RuleFile file : written) {
            for (Syntax.TypeDeclare declare : file.types()) {
                claimType(declare, folder, enums, types, complete);
            }
        }
        return VisibleTypes.of(types, enums, partial, everywhere, complete);
    }

    /** All types of facts. */
    public Vocabulary bound() {
        return new Vocabulary(applicant, List.copyOf(claims.values()));
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

    private FactType base(List<Syntax.RuleFile> shared, String name, boolean isClaim, boolean complete) {
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
            return unknown(name, isClaim);
        }
        return factType(found.get(0), SourceNames.VOCABULARY, isClaim, List.of(), sharedEnums, complete);
    }

    private static FactType unknown(String name, boolean isClaim) {
        return new FactType(
                name,
                SourceNames.VOCABULARY,
                isClaim,
                new Text(name, name),
                Optional.empty(),
                List.of(),
                Place.startOf(name));
    }

    private FactType factType(
            Syntax.TypeDeclare declare,
            String folder,
            boolean isClaim,
            List<Field> base,
            Map<String, EnumType> enums,
            boolean complete) {
        FactType type = declares.factType(declare, folder, isClaim, base, enums, complete);
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
            Map<String, FactType> types,
            boolean complete) {
        Syntax.Name name = declare.name();
        FactType type = factType(declare, folder, true, claim.fields(), enums, complete);
        if (declare.base().filter(base -> base.text().equals("Claim")).isEmpty()) {
            Place place = declare.base().map(Syntax.Name::place).orElse(name.place());
            faults.add(place, FaultCode.NOT_A_CLAIM, name.text());
        }
        if (BASES.contains(name.text())) {
            faults.add(
                    name.place(), FaultCode.DUPLICATE_NAME, name.text(), SourceNames.VOCABULARY, DeclareBinder.UNIQUE);
            return;
        }
        ReservedNames.checkType(name, faults);
        Optional<Place> earlier = Optional.ofNullable(names.putIfAbsent(name.text(), name.place()))
                .or(() -> Optional.ofNullable(enums.get(name.text())).map(EnumType::place));
        if (earlier.isPresent()) {
            duplicate(name.text(), name.place(), earlier.get());
            return;
        }
        types.put(name.text(), type);
        claims.put(name.text(), type);
        if (claims.size() > Limits.TYPES) {
            faults.add(name.place(), FaultCode.TOO_MANY, TEXTS.text("factTypes"), Limits.TYPES);
        }
    }
}
