package io.subsidyrules.policy;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Language;

/** The places at which a text begins in English and in Chinese. */
public record TextPlaces(Place en, Place zh) {

    /** The place in the given language. */
    public Place in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
