package peel.reading.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Sentence;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.phrase.KnownWords;

/**
 * Tells whether a sentence may say that a printed grade is that of an earlier inspection, or of another body. What such
 * sentences say for certain is read by {@link JudgmentReader}.
 */
final class GradeOrigin {

    /** What a report calls a grade. */
    private static final String GRADE = "(?:judge?ments?|grades?|gradings?|ratings?|verdicts?)";

    /** "We have kept the 2016 grade", "last year's grade is shown". */
    private static final Pattern KEPT = compile(
            "\\b(?:kept|retain(?:s|ed)?|re-?us(?:e|es|ed)|repeat(?:s|ed)?|give|shown?)\\b(?: \\w+){0,3} (?:(?:19|20)\\d\\d|last|previous|earlier)(?: year)?(?:'s)? (?:\\w+ )?(?:grades?|judge?ments?)\\b"
                    + "|\\b(?:(?:19|20)\\d\\d|last year|previous|earlier|last)(?:'s)? (?:\\w+ )?(?:grades?|judge?ments?) (?:is|are|was|were|has been|have been)? ?(?:kept|retained|reused|repeated|shown|given|printed|used)\\b"
                    + "|\\b(?:grades?|judge?ments?)(?: (?:shown|given|printed|here|below|above))? (?:is|are|comes?|dates?)(?: that| those| taken)? (?:of|from)\\b[^.;]{0,40}\\b(?:(?:19|20)\\d\\d|last|previous|earlier)\\b");

    /** "The grade for this question is from 2015", "last year's grade applies", "we rely on our 2015 judgment". */
    private static final Pattern EARLIER_GRADE = compile(
            "\\b(?:grades?|grading|judge?ments?)\\b[^.;]{0,60}?\\b(?:from|of|in) (?:the |our )?(?:(?<from>(?:19|20)\\d\\d)|last year|(?:previous|earlier|prior|last) (?:inspection|report|year))\\b"
                    + "|\\b(?:(?<year>(?:19|20)\\d\\d)|last year|previous(?: year)?|earlier|prior)(?:'s)? (?:grades?|grading|judge?ments?)\\b"
                    + "|\\b(?:grades?|judge?ments?)\\b[^.;]{0,40}\\b(?:brought|rolled|taken) (?:forward|over)\\b"
                    + "|\\bnot (?:been )?(?:graded|judged|inspected|assessed) (?:\\w+ ){0,3}again\\b"
                    + "|\\bno (?:new )?(?:fieldwork|inspection|visit)\\b[^.;]{0,30}\\bthis (?:question|area)\\b");

    /** Words of a comparison, beside which an earlier time or grade is not that of the grade printed. */
    private static final Pattern COMPARES = compile(
            "\\b(?:improv\\w+|deteriorat\\w+|declin\\w+|compar\\w+|than|higher|lower|better|worse|fall\\w*|fell|r[io]se\\w*|slipped|dropped|chang\\w+ from|since|progress|recommend\\w*|areas? for)\\b");

    /** "Since" compares nothing if nothing has changed, or if it gives a reason. */
    private static final Pattern UNCHANGED =
            compile("\\b(?:nothing|little|not much) (?:has |had |have |was )?(?:been )?(?:changed|new|added)"
                    + "|\\bno (?:\\w+ )?changes?\\b|\\b(?:not|n't) (?:been )?changed?\\b"
                    + "|\\bunchanged\\b|^since (?:we|it|this|that|no|there)\\b");

    /** A year, which may be an earlier one, or words for an earlier time. */
    private static final Pattern EARLIER = compile(
            "\\b(?<year>(?:19|20)\\d\\d)(?:[/–-](?:20)?\\d\\d)?\\b|\\b(?:last|previous(?:ly)?|earlier|prior|preceding|former(?:ly)?)\\b(?! (?:12|twelve) months)"
                    + "|\\b(?:years?|inspections?|cycles?|rounds?) (?:before|ago)\\b"
                    + "|\\bas before\\b|\\bbefore (?:our|this|the) (?:\\w+ )?(?:inspection|visit|report)\\b"
                    + "|\\ba year old\\b|\\byears old\\b");

    /** What goes on if a grade does: the grade itself, or our view of the force. */
    private static final Pattern GRADE_WORD = compile(
            "\\b(?:" + GRADE
                    + "|graded|rated|judged|our (?:[\\w-]+ ){0,2}(?:views?|opinions?|conclusions?|assessments?|results?|decisions?)"
                    + "|(?:views?|opinions?|conclusions?|assessments?|results?|decisions?) (?:(?:made|reached|given|taken|formed) )?(?:of|from|in) (?:19|20)\\d\\d)\\b");

    /** Words that say of anything that it goes on, or that nothing new was done. */
    private static final String STILL = "still|remain(?:s|ed|ing)?|stand(?:s|ing)?|stood|un(?:changed|altered|revised)"
            + "|continu(?:e|es|ed|ing)|carr(?:y|ies|ied)|as (?:before|it was|they were)"
            + "|same|identical|nothing|(?:little|not much) (?:has|had|have)|rel(?:y|ies|ied) (?:up)?on"
            + "|hold(?:s|ing)?|valid|current|no (?:\\w+ )?(?:new|fresh|further|later|changes?|judge?ments?|inspections?|visits?|fieldwork)"
            + "|no (?:need|reason|cause)|(?:not|n't) (?:been )?(?:re-?)?(?:chang\\w+|alter\\w*|revis\\w+|updat\\w+|replac\\w+|review\\w*|visit\\w*|consider\\w*|inspect\\w*|assess\\w*|judg\\w+|grad\\w+)";

    /** Words that say of what was inspected or found that it goes on. */
    private static final Pattern CONTINUES = compile("\\b(?:" + STILL + ")\\b");

    /** Words that say of a grade that it goes on. */
    private static final Pattern GRADE_CONTINUES = compile(
            "\\b(?:" + STILL
                    + "|retain\\w*|kept|keep(?:s|ing)?|stays?|left|endur\\w+|again|that which"
                    + "|the one|as (?:in|at|last)|appl(?:y|ies)|repeat\\w*|re-?(?:print|us|stat|issu|publish|produc)\\w+"
                    + "|adopt\\w*|uph[eo]ld|abid\\w+|maintain\\w*|persist\\w*|(?:re-?)?(?:affirm|confirm)\\w*"
                    + "|ours|show[ns]?|print(?:ed|s)?|use[sd]?|inherit\\w*|extend\\w*"
                    + "|(?:taken|brought|rolled|copied|moved|held|given|come|comes|goes|dates|stems) (?:over|from|forward|across|again|back))\\b");

    /** Words that say even beside a comparison that a grade goes on. */
    private static final Pattern KEEPS = compile(
            "\\b(?:stands?|stood|still (?:appl\\w+|valid|current|ours|holds?|in)|kept|keep|retain\\w*|carr(?:y|ies|ied)|continues? to (?:apply|stand|be)|not (?:been )?(?:re-?)?(?:inspect|assess|visit|judg|grad)\\w*|no (?:new|fresh|further) \\w+|(?:is|are) (?:printed|shown|given|used)|repeat\\w*|re-?(?:print|us|issu)\\w+)\\b");

    /** "The grade is unchanged", "we saw no reason to change our judgment". */
    private static final Pattern GRADE_GOES_ON =
            compile("\\b(?:the|our|this|that|HMIC(?:FRS)?'s) (?:[\\w-]+ ){0,2}" + GRADE
                    + "\\b(?:(?! that\\b)[^.;]){0,60}?\\b(?:still|remain(?:s|ed)?|unchanged|unaltered|the same|as before|as it was|kept|retain\\w*|maintain\\w*|confirm\\w*|repeat\\w*|re-?(?:print|us|issu)\\w+|uph[eo]ld|no(?:t| (?:need|reason|cause) to) (?:been )?(?:chang|revis|review|updat|alter|reconsider)\\w*|not new)\\b"
                    + "|\\bno (?:new|fresh|further|other) " + GRADE
                    + "\\b|\\b(?:keep|kept|retain\\w*|confirm\\w*|repeat\\w*|(?:stand|stood|abide) by|(?:not|to|n't) (?:chang|alter|revis|revisit|reconsider|updat)\\w*) (?:\\w+ ){0,2}"
                    + GRADE + "\\b");

    /** What an inspection does and finds, of which an earlier one may go on. */
    private static final Pattern INSPECTED = compile(
            "\\b(?:inspect\\w*|re-?inspect\\w*|findings?|found|fieldwork|reports?|visit(?:s|ed)?|looked|saw|seen|evidence|"
                    + GRADE + "|assessments?|assessed|conclusions?)\\b");

    /** What is still to be done, or was. */
    private static final Pattern ACTED_ON =
            compile("\\b(?:address\\w*|act(?:ed|ing)? (?:up)?on|actions?|still (?:has|have|needs?|to)|more to do)\\b");

    /** "We did not inspect this again", "this question was outside the scope", "no new judgment". */
    private static final Pattern NOT_INSPECTED = compile(
            "(?:\\b(?:we|HMIC(?:FRS)?|inspectors)\\b[^.;]{0,20}(?:\\b(?:not|never|no)\\b|n't\\b)|\\bno(?:body|[ -]one| inspectors?)\\b|\\bwithout\\b|\\b(?:it|this|questions?|"
                    + GRADE + ") (?:was|were|has|have|is|are) (?:not|never)\\b)[^.;]{0,30}\\b(?:re-?)?(?:inspect\\w*"
                    + "|visit\\w*|fieldwork|look\\w*|assess\\w*|examin\\w*|test\\w*|return\\w*"
                    + "|graded?|judged?|work)\\b[^.;]{0,30}(?:\\b(?:again|anew|afresh"
                    + "|this (?:question|area|aspect|topic|subject|part|year|time|round)"
                    + "|ourselves|in this (?:cycle|round|inspection|year))\\b|\\b(?:it"
                    + "|this)[.]?$)|\\b(?:this (?:question|area|aspect|topic|subject"
                    + "|part|chapter)|the (?:question|chapter))\\b[^.;]{0,40}\\b(?:not"
                    + "|outside|beyond|left out|omitted|excluded|skipped|no)\\b[^.;]{0,40}\\b(?:inspect\\w*"
                    + "|scope|programme|fieldwork|cover\\w*|look\\w*|assess\\w*|examin\\w*"
                    + "|visit\\w*|this (?:year|time|round))\\b|\\b(?:not|no) (?:a )?part of (?:this"
                    + "|our|the) (?:[\\w-]+ )?(?:inspection|fieldwork|programme)\\b|\\b(?:no"
                    + "|not (?:\\w+ )?(?:a|any)) (?:new|fresh|further) (?:views?|opinions?"
                    + "|conclusions?|assessment|"
                    + GRADE + ")\\b");

    /** Who inspects in the name of the inspectorate: a body named after "by" that is not one of these is another one. */
    private static final String US =
            "(?:us|our|HMIC(?:FRS)?(?!'s| (?:and|with|jointly|together|in partnership)\\b)|(?:our )?inspectors|the (?:same|force)|its|\\w+ing)\\b";

    /** The grade printed, not one that officers give: "this judgment", "our overall grade". */
    private static final Pattern THE_GRADE = compile(
            "\\b(?:this|the|that|our|own|HMIC(?:FRS)?'s) (?:(?!professional|officers?)[\\w-]+ ){0,2}" + GRADE
                    + "\\b(?! (?:is that|that|of (?:an |the |its |their |each |every )?(?:officers?|staff|supervisors?|risks?|calls?|incidents?|cases?))\\b)");

    /** Words that may say of a grade where it comes from. */
    private static final Pattern FROM_ELSEWHERE = compile(
            "\\b(?:old|own|stays?|belongs?|(?:comes?|came|goes|dates|stems) (?:from|back)|shares?|agreed|responsible|led to|inspectorate|taken|lent|borrow\\w*|copied|another)\\b");

    /** That a question, not the force's work on it, was inspected. */
    private static final Pattern QUESTION_INSPECTED = compile(
            "\\bquestions?\\b[^.;]{0,200}\\b(?:inspect\\w*|graded|judged|fieldwork|our work|looked|the work (?:was|is))\\b"
                    + "|\\b(?:inspect\\w*|graded|judged|fieldwork|(?:our|its|no) work|looked)\\b[^.;]{0,200}\\bquestions?\\b");

    /** Words for which it is unclear when, or by whom, a question was inspected. */
    private static final Pattern BY_WHOM = compile("\\b(?:every|next|second|last|by (?!" + US
            + "))\\b|(?<!\\b(?:HMIC|HMICFRS|we|inspectors|was|were|has|have|had"
            + "|been|is|are|not) )\\b(?:inspected|graded|judged|looked at) (?:this"
            + "|the|that) question\\b");

    /** That others did the inspection, that the force judged itself, or that "this" was judged in some year. */
    private static final Pattern BY_OTHERS =
            compile("\\binspection\\b[^.;]{0,30}\\b(?:carried out|done|led|conducted|undertaken) by (?!" + US
                    + ")|\\b(?:graded|judged|rated) itself\\b|^(?:this|it) (?:was|is) (?:\\w+ )?(?:judged"
                    + "|inspected|graded|rated)\\b[^.;]*\\b(?:19|20)\\d\\d\\b");

    /** Words for which what is said of a grade may be that it is none of this inspection. */
    private static final Pattern DENIES = compile("\\b(?:no|not|none|nobody|never|without|others?)\\b|n't\\b");

    /** "The outcome of the 2015 inspection". */
    private static final Pattern EARLIER_RESULT = compile(
            "\\b(?:results?|outcomes?|marks?|views?|opinions?|conclusions?|assessments?)\\b[^.;]{0,30}\\b(?:of|from|in|at|after) (?:the |our )?(?:(?:last|previous|earlier|prior) (?:inspection|report|year)|(?<of>(?:19|20)\\d\\d))\\b"
                    + "|\\b(?:(?<year>(?:19|20)\\d\\d)|last year's|previous|earlier) (?:results?|outcomes?|marks?|views?|opinions?|conclusions?|assessments?)\\b"
                    + "|\\bour (?:views?|opinions?|conclusions?|assessment)\\b[^.;]{0,200}\\b(?:last|previous|earlier)\\b"
                    + "|\\b(?:results?|outcomes?|marks?) (?:is|are|was|has been) (?:carried|kept|retained|taken|repeated)\\b");

    /** Results of the force's work, not of an inspection. */
    private static final Pattern RESULT_OF_WORK = compile(
            "\\b(?:surveys?|satisf\\w+|crimes?|risks?|outcomes? (?:for|of) (?:victims|crimes?|offences)|training|court)\\b");

    /** "Unchanged.", "Not inspected again.", whatever follows. */
    private static final Pattern NOTE = compile(
            "[(*†‡\\s]*(?:unchanged|as before|no (?:new |further )?(?:change|inspection|judge?ment|grade)|nothing (?:has )?(?:new|changed)|not (?:been )?(?:re-?)?(?:inspected|assessed|visited|judged|graded)|retained|kept|carried|(?:the )?same (?:as|grade|judge?ment)|still (?:valid|current|ours|stands|applies|in force))\\b.{0,60}");

    /**
     * A note in brackets at the start or behind the end of a sentence, or directly after a grade: "(2015) The force",
     * "good (as in 2015)".
     */
    private static final Pattern IN_BRACKETS =
            compile("(?:^|[.!?] ?|\\b(?:outstanding|good|adequate|inadequate|improvement|" + GRADE
                    + ") ?)[(\\[](?<note>[^()\\[\\]]{1,80})[)\\]]");

    /** A note without a full stop that runs into a sentence: "Inspected in 2015 The force". */
    private static final Pattern BEFORE_SENTENCE =
            compile("^(?!(?:in|since|after|during|at|by|from|for|until|before|following|when|as|source)\\b)"
                    + "(?<note>[^.;]{2,60}\\b(?:19|20)\\d\\d[)\\]]?) (?=(?-i:\\p{Lu}))");

    /**
     * The words of sentences that speak of nothing but inspections and their times, such as "Published in 2015.", "We did
     * not come back." or "PEEL 2015".
     */
    private static final KnownWords OF_INSPECTIONS = KnownWords.of("""
            a an and any are as at be been being by did do does done for from had has have here how i in is it its n.b note of on
            only or our ours out please s so that the their then there these this those to until us was we were what when where
            which while will with
            inspect inspected inspecting inspection inspections inspectors re-inspect re-inspected reinspected assess assessed
            assessment assessments evidence fieldwork findings found judge judged judgement judgements judgment judgments grade
            graded grades grading rating rated mark verdict view views opinion opinions conclusion conclusions result question
            questions area aspect topic chapter subject work force report report's reports peel hmic hmic's hmicfrs hmicfrs's
            effectiveness efficiency legitimacy police source
            date dated dates first given gave got made reached published printed shown based rests taken gathered used look looked
            visit visited return returned come came go went gone back say said says see saw refer add took place awarded give
            january february march april may june july august september october november december spring summer autumn winter
            year year's years time time's before predates last previous previously prior earlier former next new fresh old one same
            again anew repeated repeat reviewed review kept keep keeps left hold holds holding stand stands standing stood apply
            applies carried forward over brought rolled retained remain remains unchanged changed change changes true valid current
            need needed reason scope programme part no not nothing never none without since still today
            """);

    /** What is done in an inspection: "there is no need for this" speaks of none. */
    private static final Pattern INSPECTING = compile(
            "\\b(?:re-?)?(?:inspect|assess|judge?|grad|rat(?:ed|ing)|visit|return|fieldwork|evidence|look|report|question|view|opinion"
                    + "|conclu|mark|verdict|sa(?:id|y)|peel|hmic|back|programme|scope|rolled|forward|work for)\\w*");

    /** What makes a sentence that speaks of nothing but inspections one of an earlier one, beside an earlier time. */
    private static final Pattern NOT_ANEW = compile(
            "\\b(?:no|not|nothing|never|none|without|out|still|same|old|stands?|holds?|holding|standing|stood|kept|keeps?|left|until"
                    + "|forward|over|retained|remains?|unchanged|before|predates|applies|apply)\\b|n't\\b");

    /** What is said of a question that is inspected for the first time, or of what was looked for in vain. */
    private static final Pattern NEW_OR_VAIN =
            compile("\\bfirst time\\b|\\b(?:not|never)\\b[^.;]{0,60}\\bbefore\\b|\\b(?:found|saw|see) no evidence\\b");

    /** Where a clause ends: beside a comparison, what goes on must be said in the clause of the earlier time. */
    private static final Pattern CLAUSE_END =
            compile("[;:,()]|\\s[–—-]\\s|\\b(?:but|although|though|while|whereas|because|and)\\b");

    /** Bodies other than the inspectorate: "another inspectorate", "Ofsted". */
    private static final String OTHER_BODY =
            "(?:(?:another|other|a different|some other|a separate|a sister|an? (?:outside|external|independent|partner)) (?:[\\w-]+ )?(?:body|bodies|inspectorates?|organisations?|agency|agencies|inspectors?|teams?|regulators?|reviewers?|part(?:y|ies)|commissions?|authority)|Inspectorates?,? (?:of|for) (?!Constabulary)\\w+|Inspectorate of Constabulary (?:in|for) Scotland|(?:Crown Prosecution Service|Care|Joint) Inspectorate|Ofsted|Estyn|Care Quality Commission|CQC|HMI ?(?:Probation|Prisons|P)|HMCPSI|HMICS|IPCC|IOPC|Independent (?:Police|Office)|Audit (?:Commission|Office)|College of Policing|Criminal Justice Joint)\\b";

    /** Any mention of another body. */
    private static final Pattern OTHER = compile("\\b" + OTHER_BODY);

    /** That a sentence is about the question or the inspection of the report. */
    private static final Pattern ABOUT_GRADE = compile(
            "\\b(?:this|the|our|these|its|that) (?:[\\w-]+ )?(?:questions?|areas?|aspects?|topics?|subjects?|inspections?|chapters?|"
                    + GRADE + ")\\b|^it (?:was|is)\\b|\\bjointly\\b|\\bjoint inspections?\\b");

    /** That a sentence is about inspecting or grading. */
    private static final Pattern INSPECTS = compile(
            "\\b(?:inspect\\w*|graded?|grading|grades|judged?|judge?ments?|judges|ratings?|rated|assess\\w*|looked|examin\\w*|review\\w*|evaluat\\w*|fieldwork|visited)\\b");

    /** An inspection, or a grade, together with others. */
    private static final Pattern JOINTLY = compile(
            "\\b(?:inspect(?:ed|ions?|ing)?|graded?|grading|judged|judge?ments?|fieldwork)\\b[^.;]{0,80}\\b(?:joint(?:ly)?|together with|alongside|in partnership with|on (?:our|HMIC(?:FRS)?'s|its) behalf|for us)\\b"
                    + "|\\bjoint(?:ly)?\\b[^.;]{0,30}\\b(?:inspect\\w*|judge?ments?|judged|grades?|graded|fieldwork)\\b");

    /** Words that say in any part of a chapter that a grade is that of others. */
    private static final List<Pattern> OF_OTHERS = List.of(
            compile(
                    "\\b(?:this|the|our) (?:[\\w-]+ )?(?:question|area|aspect|topic|subject|grade|inspection|chapter|judge?ment|rating)\\b[^.;]{0,40}\\b(?:inspected|graded|judged|rated)\\b(?: \\w+){0,3}? by (?!"
                            + US + ")"),
            compile("\\b" + GRADE
                    + "\\b(?:(?! that\\b(?! of))[^.;]){0,40}\\b(?:is|are|was|were|comes?|came)\\b (?:not (?:ours?|HMIC\\w*'s|our own)\\b|(?:that|those|the one)s? (?:of|from|by)\\b(?! the force\\b)|taken from\\b|(?:made|given|issued|awarded|set|decided|reached|published|provided|supplied) by (?!"
                    + US + "))"),
            compile("\\b" + OTHER_BODY + "(?:'s)? (?:[\\w-]+ )?" + GRADE + "\\b"),
            compile(
                    "\\b(?:we|HMIC(?:FRS)?|inspectors)\\b(?: \\w+){0,3} (?:print|gives?|show|use|adopt|rel(?:y|ied) on|took|take|borrow|accept|repeat|follow|cite|quote)\\w*\\b[^.;]{0,30}\\b"
                            + GRADE
                            + "(?: (?:made|given|reached|awarded))? (?:of|from|by)\\b(?! (?:good|outstanding|adequate|inadequate|requir\\w+|the force|how|us)\\b)"),
            compile(
                    "\\b(?:not|n't|never|rather than|instead of)\\b[^.;]{0,60}\\b(?:inspect|grad|judg|assess|look|visit|examin)\\w*\\b[^.;]{0,60}\\b(?:ourselves|by us|by HMIC(?:FRS)?)\\b"));

    private final int starts;
    private final Set<Integer> introductions = new HashSet<>();

    /**
     * @param starts the first year of the inspection
     */
    GradeOrigin(Document document, int starts) {
        this.starts = starts;
        document.sections().stream()
                .filter(section -> section.level() <= 1)
                .map(Section::ordinal)
                .forEach(introductions::add);
        document.passages().stream()
                .filter(passage -> passage.kind() == PassageKind.GRADE)
                .map(Passage::section)
                .forEach(introductions::add);
    }

    private static Pattern compile(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    /** Whether a sentence is about an earlier grade, and compares it with nothing. */
    boolean isOfAnEarlierGrade(Sentence sentence) {
        String text = plain(sentence);
        if (KEPT.matcher(text).find()) {
            return true;
        }
        Matcher earlier = EARLIER_GRADE.matcher(text);
        if (!earlier.find() || compares(text)) {
            return false;
        }
        String year = earlier.group("from") == null ? earlier.group("year") : earlier.group("from");
        return year == null || Integer.parseInt(year) < starts;
    }

    /** The words that may say that a grade goes on, of a sentence which compares it with an earlier one; null if none. */
    @Nullable String keeps(Sentence sentence) {
        return found(KEEPS, plain(sentence));
    }

    /** The words that may say that a grade is that of an earlier inspection; null if none do. */
    @Nullable String earlier(Sentence sentence) {
        String text = plain(sentence);
        String words = found(GRADE_GOES_ON, text);
        if (words == null) {
            words = inOnePart(text, GRADE_WORD, GRADE_CONTINUES, compares(text));
        }
        if (words == null && introductions.contains(sentence.passage().section())) {
            words = found(NOT_INSPECTED, text);
            if (words == null) {
                words = inOnePart(
                        text,
                        INSPECTED,
                        CONTINUES,
                        compares(text) || ACTED_ON.matcher(text).find());
            }
            if (words == null && !compares(text)) {
                words = origin(text);
            }
            if (words == null && (NOTE.matcher(text).matches() || isOfAnEarlierInspection(text))) {
                words = text;
            }
            for (Pattern pattern : List.of(IN_BRACKETS, BEFORE_SENTENCE)) {
                Matcher note = pattern.matcher(text);
                while (words == null && note.find()) {
                    words = isOfAnEarlierInspection(note.group("note")) ? note.group("note") : null;
                }
            }
        }
        return words;
    }

    /** Whether a text speaks of nothing but inspections, and of an earlier one. */
    private boolean isOfAnEarlierInspection(String text) {
        boolean notAnew =
                NOT_ANEW.matcher(text).find() && INSPECTING.matcher(text).find();
        return (isEarlier(text) || notAnew)
                && !NEW_OR_VAIN.matcher(text).find()
                && OF_INSPECTIONS.firstUnknown(text, 0, word -> false) == null;
    }

    /** The words that may say that a grade is that of another body; null if none do. */
    @Nullable String ofOthers(Sentence sentence) {
        String text = plain(sentence);
        for (Pattern pattern : OF_OTHERS) {
            String words = found(pattern, text);
            if (words != null) {
                return words;
            }
        }
        if (!introductions.contains(sentence.passage().section())) {
            return null;
        }
        boolean inspected =
                ABOUT_GRADE.matcher(text).find() && INSPECTS.matcher(text).find();
        String other = inspected ? found(OTHER, text) : null;
        return other == null ? found(JOINTLY, text) : other;
    }

    /**
     * The words of continuance that stand beside those for a subject and an earlier time.
     *
     * @param clauses whether all must stand in one clause
     */
    private @Nullable String inOnePart(String text, Pattern subject, Pattern continues, boolean clauses) {
        for (String part : clauses ? CLAUSE_END.split(text) : new String[] {text}) {
            if (subject.matcher(part).find() && isEarlier(part)) {
                String words = found(continues, part);
                if (words != null) {
                    return words;
                }
            }
        }
        return null;
    }

    /** The words for a grade, or for the inspection of a question, of which something is said that may make it another one. */
    private @Nullable String origin(String text) {
        boolean unusual = isEarlier(text) || DENIES.matcher(text).find();
        String words = unusual || FROM_ELSEWHERE.matcher(text).find() ? found(THE_GRADE, text) : null;
        if (words == null && (unusual || BY_WHOM.matcher(text).find())) {
            words = found(QUESTION_INSPECTED, text);
        }
        if (words == null) {
            words = found(BY_OTHERS, text);
        }
        return words == null ? earlierResult(text) : words;
    }

    private @Nullable String earlierResult(String text) {
        Matcher result = EARLIER_RESULT.matcher(text);
        if (!result.find() || RESULT_OF_WORK.matcher(text).find()) {
            return null;
        }
        String year = result.group("of") == null ? result.group("year") : result.group("of");
        return year == null || Integer.parseInt(year) < starts ? result.group() : null;
    }

    private boolean isEarlier(String text) {
        Matcher earlier = EARLIER.matcher(text);
        while (earlier.find()) {
            if (earlier.group("year") == null || Integer.parseInt(earlier.group("year")) < starts) {
                return true;
            }
        }
        return false;
    }

    private static boolean compares(String text) {
        String rest = UNCHANGED.matcher(text).find() ? text.replaceAll("(?i)\\bsince\\b", "") : text;
        return COMPARES.matcher(rest).find();
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : null;
    }

    private static String plain(Sentence sentence) {
        return sentence.text().replace('’', '\'').strip();
    }
}
