package io.subsidyrules.ledger.account;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The parts of a recorded request that the account needs.
 *
 * @param applicant its id; empty if it has none
 * @param claims how many it has; {@link #UNKNOWN} where the text cannot be read
 */
record RequestFacts(String applicant, int claims) {

    static final int UNKNOWN = -1;

    private static final JsonFactory JSON = new JsonFactory();

    public static RequestFacts of(String request) {
        try (JsonParser json = JSON.createParser(request)) {
            String applicant = "";
            int claims = 0;
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("applicant") && value == JsonToken.START_OBJECT) {
                    applicant = id(json);
                } else if (name.equals("claims") && value == JsonToken.START_ARRAY) {
                    claims = count(json);
                } else {
                    json.skipChildren();
                }
            }
            return new RequestFacts(applicant, claims);
        } catch (IOException unreadable) {
            return new RequestFacts("", UNKNOWN);
        }
    }

    private static String id(JsonParser json) throws IOException {
        String id = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isId = json.currentName().equals("id");
            if (json.nextToken() == JsonToken.VALUE_STRING && isId) {
                id = json.getText();
            }
            json.skipChildren();
        }
        return id;
    }

    private static int count(JsonParser json) throws IOException {
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
            count++;
        }
        return count;
    }
}
