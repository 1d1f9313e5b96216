package org.ronda.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/processes/tu-distrito",
                "/search?q=plaza&page=2",
                "/search?q=%C3%B1and%C3%BA",
                "/proposals/P-7F3K2Q9M#comments",
                "/search?q=https://elsewhere.example/",
                "/a//b",
            })
    void anAddressOfThisSiteIsKept(String to) {
        assertEquals(to, LocalPath.of(to).path());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "HTTPS://elsewhere.example/",
                "//elsewhere.example/",
                "///elsewhere.example/",
                "/\\elsewhere.example/",
                "\\\\elsewhere.example/",
                "/\t/elsewhere.example/",
                "/\n/elsewhere.example/",
                "\t//elsewhere.example/",
                " //elsewhere.example/",
                "/a\\b",
                "/a\r\nSet-Cookie: a=b",
                "/\u0000",
                "javascript:alert(1)",
                "data:text/html,a",
                "elsewhere.example",
                "processes",
                "?to=/",
                "@elsewhere.example",
                ":80",
                "/%",
                "/sign-in",
                "/sign-in/done?to=/sign-in/done",
                "/a/../sign-out",
                "/sign-out/everywhere",
                "/j_security_check",
                "/api/v1/proposals",
            })
    void anythingElseIsTheHomePage(String to) {
        assertEquals("/", LocalPath.of(to).path());
    }
}
