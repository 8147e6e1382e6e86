package peel.reading.fact;

import peel.question.Pillar;

/**
 * Which inspection a report is about, as its own text says.
 *
 * @param force the force's slug
 * @param cycle the cycle's code
 * @param pillar the pillar, null from 2021/22 on
 * @param part the part of the inspection that it alone reports ("Vulnerability"), or null for all
 * @param title the report's title, as printed where its cover survived, else as the inspectorate
 *     forms it
 * @param publisher HMIC or HMICFRS
 * @param published when it was published as far as it says (2016-02-18, 2016-02 or 2016), or null
 */
public record Identity(
        String force, String cycle, Pillar pillar, String part, String title, String publisher, String published) {}
