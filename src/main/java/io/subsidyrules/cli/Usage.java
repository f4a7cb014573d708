package io.subsidyrules.cli;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.Resource;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The texts of {@code --help}, in a language. */
final class Usage {

    private Usage() {}

    static ResourceBundle in(Language language) {
        String file = language == Language.ZH ? "usage_zh.properties" : "usage_en.properties";
        try {
            return new PropertyResourceBundle(new StringReader(Resource.text(Usage.class, file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
