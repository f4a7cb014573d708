package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.FaultsException;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.PolicyFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a rules folder: a vocabulary, and one folder a policy with its {@code policy.yaml} and its rule files. */
public final class Dialect {

    private static final String VOCABULARY = "vocabulary";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Faults faults = new Faults();
    private final Map<String, List<Syntax.RuleFile>> files = new TreeMap<>();
    private final Map<String, Policy> policies = new TreeMap<>();
    private final Map<String, FactType> claims = new TreeMap<>();
    private final DeclareBinder declares = new DeclareBinder(faults);

    private Dialect() {}

    /**
     * Reads the files.
     *
     * @throws FaultsException with all faults of all files
     */
    public static RuleBook read(RuleSources sources) {
        return new Dialect().book(sources);
    }

    private RuleBook book(RuleSources sources) {
        sources.files().forEach(this::parse);
        faults.throwIfAny();
        List<Syntax.RuleFile> shared = files.getOrDefault(VOCABULARY, List.of());
        Map<String, EnumType> sharedEnums = enums(shared, Map.of());
        onlyTheBases(shared);
        FactType applicant = base(shared, "Applicant", false, sharedEnums);
        FactType claim = base(shared, "Claim", true, sharedEnums);
        faults.throwIfAny();
        List<Rule> rules = new ArrayList<>();
        Set<String> folders = new TreeSet<>(files.keySet());
        folders.addAll(policies.keySet());
        folders.remove(VOCABULARY);
        if (folders.isEmpty()) {
            faults.add(
                    Place.startOf("."),
                    FaultCode.MISSING,
                    "The rules folder holds no policy. Give each policy a folder with its policy.yaml and its rule files.",
                    "规则文件夹中没有任何政策。请为每项政策建立一个文件夹，放入 policy.yaml 和规则文件。");
        }
        for (String folder : folders) {
            rules.addAll(policyRules(folder, files.getOrDefault(folder, List.of()), applicant, claim, sharedEnums));
        }
        faults.throwIfAny();
        rules.sort(Comparator.comparing(Rule::policy).thenComparing(Rule::clause, Dialect::byNumber));
        return new RuleBook(
                sources.version(),
                new Vocabulary(applicant, List.copyOf(claims.values())),
                List.copyOf(policies.values()),
                rules);
    }

    private void onlyTheBases(List<Syntax.RuleFile> shared) {
        for (Syntax.RuleFile file : shared) {
            file.rules().forEach(rule -> notInVocabulary(rule.name()));
            file.types().stream()
                    .map(Syntax.TypeDeclare::name)
                    .filter(name ->
                            !name.text().equals("Applicant") && !name.text().equals("Claim"))
                    .forEach(this::notInVocabulary);
        }
    }

    private void notInVocabulary(Syntax.Name name) {
        faults.add(
                name.place(),
                FaultCode.NOT_IN_DIALECT,
                "The vocabulary holds Applicant, Claim and enums; move %s to the folder of its policy."
                        .formatted(name.text()),
                "vocabulary 只包含 Applicant、Claim 和枚举；请将 %s 移至所属政策的文件夹。".formatted(name.text()));
    }

    private void parse(String path, byte[] content) {
        String[] names = path.split("/", -1);
        if (names.length != 2) {
            faults.add(
                    Place.startOf(path),
                    FaultCode.UNKNOWN_NAME,
                    "The file does not stand in a policy's folder. Move it to rules/<policy>/.",
                    "文件不在政策文件夹中，请移至 rules/<政策>/ 之下。");
            return;
        }
        decode(path, content).ifPresent(text -> {
            if (names[1].equals(RuleSources.POLICY_FILE)) {
                PolicyFile.read(path, text, faults).ifPresent(policy -> policies.put(names[0], policy));
            } else {
                FileParser.parse(path, text, faults).ifPresent(file -> {
                    packageIsFolder(file, names[0]);
                    files.computeIfAbsent(names[0], folder -> new ArrayList<>()).add(file);
                });
            }
        });
    }

    private Optional<String> decode(String path, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException wrong) {
            faults.add(
                    Place.startOf(path),
                    FaultCode.SYNTAX,
                    "The file is not in UTF-8. Save it with the encoding UTF-8.",
                    "文件不是 UTF-8 编码，请以 UTF-8 编码保存。");
            return Optional.empty();
        }
    }

    private void packageIsFolder(Syntax.RuleFile file, String folder) {
        String expected = folder.replace('-', '_');
        if (!file.packageName().text().equals(expected)) {
            faults.add(
                    file.packageName().place(),
                    FaultCode.UNKNOWN_NAME,
                    "The package is %s, but the file stands in the folder %s. Write: package %s;"
                            .formatted(file.packageName().text(), folder, expected),
                    "package 为 %s，但文件位于文件夹 %s。请写作：package %s;"
                            .formatted(file.packageName().text(), folder, expected));
        }
    }

    private Map<String, EnumType> enums(List<Syntax.RuleFile> written, Map<String, EnumType> shared) {
        Map<String, EnumType> enums = new TreeMap<>(shared);
        for (Syntax.RuleFile file : written) {
            for (Syntax.EnumDeclare declare : file.enums()) {
                if (enums.putIfAbsent(declare.name().text(), declares.enumType(declare)) != null) {
                    duplicate(declare.name());
                }
            }
        }
        return enums;
    }

    private FactType base(List<Syntax.RuleFile> shared, String name, boolean isClaim, Map<String, EnumType> enums) {
        List<Syntax.TypeDeclare> found = shared.stream()
                .flatMap(file -> file.types().stream())
                .filter(declare -> declare.name().text().equals(name))
                .toList();
        if (found.size() != 1) {
            faults.add(
                    Place.startOf(VOCABULARY),
                    FaultCode.MISSING,
                    "The vocabulary must declare %s exactly once.".formatted(name),
                    "vocabulary 必须且只能声明一次 %s。".formatted(name));
            faults.throwIfAny();
        }
        return declares.factType(found.get(0), VOCABULARY, isClaim, List.of(), enums);
    }

    private List<Rule> policyRules(
            String folder,
            List<Syntax.RuleFile> written,
            FactType applicant,
            FactType claim,
            Map<String, EnumType> sharedEnums) {
        Map<String, EnumType> enums = enums(written, sharedEnums);
        Map<String, FactType> types = new HashMap<>(Map.of(applicant.name(), applicant));
        for (Syntax.RuleFile file : written) {
            importsVocabulary(file);
            for (Syntax.TypeDeclare declare : file.types()) {
                claimType(declare, folder, claim, enums, types);
            }
        }
        List<Rule> rules = new RuleBinder(folder, new TreeMap<>(types), enums, faults)
                .rules(written.stream().flatMap(file -> file.rules().stream()).toList());
        Policy policy = policies.get(folder);
        if (policy == null) {
            faults.add(
                    Place.startOf(folder + "/" + RuleSources.POLICY_FILE),
                    FaultCode.MISSING,
                    "The policy has no policy.yaml. Write it, with its clauses and items.",
                    "该政策缺少 policy.yaml，请编写其条款和事项。");
        } else {
            faults.throwIfAny();
            new LedgerCheck(policy, rules, faults).run();
        }
        return rules;
    }

    private void importsVocabulary(Syntax.RuleFile file) {
        if (file.imports().isEmpty()) {
            faults.add(
                    file.packageName().place(),
                    FaultCode.MISSING,
                    "The file does not import the vocabulary. Write after the package: import vocabulary.*;",
                    "文件没有导入 vocabulary，请在 package 之后写明：import vocabulary.*;");
        }
    }

    private void claimType(
            Syntax.TypeDeclare declare,
            String folder,
            FactType claim,
            Map<String, EnumType> enums,
            Map<String, FactType> types) {
        if (!declare.base().map(Syntax.Name::text).equals(Optional.of(claim.name()))) {
            faults.add(
                    declare.name().place(),
                    FaultCode.NOT_IN_DIALECT,
                    "A policy declares types of claims: declare %s extends Claim."
                            .formatted(declare.name().text()),
                    "政策中只能声明申报类型：declare %s extends Claim。"
                            .formatted(declare.name().text()));
            return;
        }
        FactType type = declares.factType(declare, folder, true, claim.fields(), enums);
        types.put(type.name(), type);
        if (type.name().equals("Applicant") || type.name().equals("Claim") || claims.put(type.name(), type) != null) {
            duplicate(declare.name());
        }
    }

    private void duplicate(Syntax.Name name) {
        faults.add(
                name.place(),
                FaultCode.DUPLICATE,
                "%s is declared already; names of types are unique over all policies.".formatted(name.text()),
                "%s 已有声明；类型名在所有政策中必须唯一。".formatted(name.text()));
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
