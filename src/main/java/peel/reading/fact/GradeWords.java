package peel.reading.fact;

import java.util.regex.Pattern;
import peel.reading.phrase.KnownWords;

/** The words by which {@link GradeOrigin} tells whose a printed grade may be. */
final class GradeWords {

    /** What a report calls a grade. */
    private static final String GRADE = "(?:judge?ments?|grades?|gradings?|ratings?|verdicts?)";

    /** Words of a comparison, beside which an earlier time or grade is not that of the grade printed. */
    static final Pattern COMPARES = compile(
            "\\b(?:improv\\w+|deteriorat\\w+|declin\\w+|compar\\w+|than|higher|lower|better|worse|fall\\w*|fell|r[io]se\\w*|slipped|dropped|chang\\w+ from|since|progress|recommend\\w*|areas? for)\\b");

    /** "Since" compares nothing if nothing has changed, or if it gives a reason. */
    static final Pattern UNCHANGED =
            compile("\\b(?:nothing|little|not much) (?:has |had |have |was )?(?:been )?(?:changed|new|added)"
                    + "|\\bno (?:\\w+ )?changes?\\b|\\b(?:not|n't) (?:been )?changed?\\b"
                    + "|\\bunchanged\\b|^since (?:we|it|this|that|no|there)\\b");

    /** A year, which may be an earlier one, or words for an earlier time. */
    static final Pattern EARLIER = compile(
            "\\b(?<year>(?:19|20)\\d\\d)(?:[/–-](?:20)?\\d\\d)?\\b|\\b(?:last|previous(?:ly)?|earlier|prior|preceding|former(?:ly)?)\\b(?! (?:12|twelve) months)"
                    + "|\\b(?:years?|months?|inspections?|cycles?|rounds?) (?:before|ago)\\b"
                    + "|\\bas before\\b|\\bbefore (?:our|this|the) (?:\\w+ )?(?:inspection|visit|report)\\b"
                    + "|\\bbefore[.]?$|\\ba year old\\b|\\byears old\\b");

    /** Words that say of anything that it goes on, or that nothing new was done. */
    private static final String STILL =
            "still|continuity|reproduc\\w+|remain(?:s|ed|ing)?|stand(?:s|ing)?|stood|un(?:changed|altered|revised)"
                    + "|continu(?:e|es|ed|ing)|carr(?:y|ies|ied)|as (?:before|it was|they were)"
                    + "|same|identical|nothing|(?:little|not much) (?:has|had|have)|rel(?:y|ies|ied) (?:up)?on"
                    + "|hold(?:s|ing)?|valid|current|no (?:\\w+ )?(?:new|fresh|further|later|changes?|inspections?|visits?|fieldwork)"
                    + "|no (?:need|reason|cause)|(?:not|n't) (?:been )?(?:re-?)?(?:chang\\w+|alter\\w*|revis\\w+|updat\\w+|replac\\w+|review\\w*|visit\\w*|consider\\w*|inspect\\w*|assess\\w*)";

    /** Words that say of what was inspected or found that it goes on. */
    static final Pattern CONTINUES = compile("\\b(?:" + STILL + ")\\b");

    /** Words that say even beside a comparison that a grade goes on. */
    static final Pattern KEEPS = compile(
            "\\b(?:stands?|stood|still (?:appl\\w+|valid|current|ours|holds?|in)|kept|keep|retain\\w*|carr(?:y|ies|ied)|continues? to (?:apply|stand|be)|not (?:been )?(?:re-?)?(?:inspect|assess|visit|judg|grad)\\w*|no (?:new|fresh|further) \\w+|(?:is|are) (?:printed|shown|given|used)|repeat\\w*|re-?(?:print|us|issu)\\w+)\\b");

    /** What an inspection does and finds, of which an earlier one may go on. */
    static final Pattern INSPECTED = compile(
            "\\b(?:inspect\\w*|re-?inspect\\w*|findings?|found|fieldwork|reports?|published|visit(?:s|ed)?|looked|saw|seen|evidence"
                    + "|assessments?|assessed|conclusions?)\\b");

    /** What is still to be done, or was. */
    static final Pattern ACTED_ON =
            compile("\\b(?:address\\w*|act(?:ed|ing)? (?:up)?on|actions?|still (?:has|have|needs?|to)|more to do)\\b");

    /** "We did not inspect this again", "this question was outside the scope", "no new judgment". */
    static final Pattern NOT_INSPECTED = compile(
            "(?:\\b(?:we|HMIC(?:FRS)?|inspectors)\\b[^.;]{0,20}(?:\\b(?:not|never|no)\\b|n't\\b)|\\bno(?:body|[ -]one| inspectors?)\\b|\\bwithout\\b|\\b(?:it|this|questions?) (?:was|were|has|have|is|are) (?:not|never)\\b)[^.;]{0,30}\\b(?:re-?)?(?:inspect\\w*"
                    + "|visit\\w*|fieldwork|look\\w*|assess\\w*|examin\\w*|test\\w*|return\\w*"
                    + "|work)\\b[^.;]{0,30}(?:\\b(?:again|anew|afresh"
                    + "|this (?:question|area|aspect|topic|subject|part|year|time|round)"
                    + "|ourselves|in this (?:cycle|round|inspection|year))\\b|\\b(?:it"
                    + "|this)[.]?$)|\\b(?:this (?:question|area|aspect|topic|subject"
                    + "|part|chapter)|the (?:question|chapter))\\b[^.;]{0,40}\\b(?:not"
                    + "|outside|beyond|left out|omitted|excluded|skipped|no)\\b[^.;]{0,40}\\b(?:inspect\\w*"
                    + "|scope|programme|fieldwork|cover\\w*|look\\w*|assess\\w*|examin\\w*"
                    + "|visit\\w*|this (?:year|time|round))\\b|\\b(?:not|no) (?:a )?part of (?:this"
                    + "|our|the) (?:[\\w-]+ )?(?:inspection|fieldwork|programme)\\b|\\b(?:no"
                    + "|not (?:\\w+ )?(?:a|any)) (?:new|fresh|further) (?:views?|opinions?"
                    + "|conclusions?|assessment)\\b");

    /** Who inspects in the name of the inspectorate: a body named after "by" that is not one of these is another one. */
    private static final String US =
            "(?:us|our|HMIC(?:FRS)?(?!'s| (?:and|with|jointly|together|in partnership)\\b)|(?:our )?inspectors|the (?:same|force)|its|\\w+ing)\\b";

    /** That a question, not the force's work on it, was inspected. */
    static final Pattern QUESTION_INSPECTED =
            compile("\\bquestions?\\b[^.;]{0,200}\\b(?:inspect\\w*|fieldwork|our work|looked|the work (?:was|is))\\b"
                    + "|\\b(?:inspect\\w*|fieldwork|(?:our|its|no) work|looked)\\b[^.;]{0,200}\\bquestions?\\b");

    /** Words for which it is unclear when, or by whom, a question was inspected. */
    static final Pattern BY_WHOM = compile("\\b(?:every|next|second|last|by (?!" + US
            + "))\\b|(?<!\\b(?:HMIC|HMICFRS|we|inspectors|was|were|has|have|had"
            + "|been|is|are|not) )\\b(?:inspected|looked at) (?:this"
            + "|the|that) question\\b");

    /** That others did the inspection, or that "this" was inspected in some year. */
    static final Pattern BY_OTHERS = compile("^(?:inspected|assessed|awarded|examined|reviewed) by (?!" + US
            + ")|\\binspection\\b[^.;]{0,30}\\b(?:carried out|done|led|conducted|undertaken) by (?!" + US
            + ")|^(?:this|it) (?:was|is) (?:\\w+ )?inspected\\b[^.;]*\\b(?:19|20)\\d\\d\\b");

    /** Words for which what is said of a grade may be that it is none of this inspection. */
    static final Pattern DENIES = compile("\\b(?:no|not|none|nobody|never|without|others?)\\b|n't\\b");

    /** What an inspection results in: "our view", "the former outcome". */
    static final Pattern RESULT = compile(
            "\\b(?:our|the|this|that|its|HMIC(?:FRS)?'s|former|earlier|previous|prior|old|last year's|(?:19|20)\\d\\d)"
                    + " (?:\\w+ )?(?:results?|outcomes?|marks?|views?|opinions?|conclusions?|assessments?|decisions?)\\b");

    static final Pattern OLD = compile("\\b(?:old|afresh|anew)\\b");

    /** Results of the force's work, not of an inspection. */
    static final Pattern RESULT_OF_WORK = compile(
            "\\b(?:surveys?|satisf\\w+|crimes?|risks?|outcomes? (?:for|of) (?:victims|crimes?|offences)|training|court)\\b");

    /**
     * A note in brackets at the start or behind the end of a sentence, or directly after a grade: "(2015) The force",
     * "good (as in 2015)".
     */
    static final Pattern IN_BRACKETS = compile(
            "(?:^|[.!?] ?|\\b(?:outstanding|good|adequate|inadequate|improvement) ?)[(\\[](?<note>[^()\\[\\]]{1,80})[)\\]]");

    /** A note without a full stop that runs into a sentence: "Inspected in 2015 The force". */
    static final Pattern BEFORE_SENTENCE =
            compile("^(?!(?:in|since|after|during|at|by|from|for|until|before|following|when|as|source)\\b)"
                    + "(?<note>[^.;]{2,60}\\b(?:19|20)\\d\\d[)\\]]?) (?=(?-i:\\p{Lu}))");

    /** A note of words alone that runs into a sentence: "Rolled forward The force". */
    static final Pattern BEFORE_OPENING =
            compile("^(?!(?:in|since|after|during|at|by|from|for|until|before|following|when|source)\\b)"
                    + "(?<note>[^.,;:?!]{2,60}) (?=(?-i:The|It|Its|This|There|Officers|Staff|Most) )");

    /**
     * The words of sentences that speak of nothing but inspections and their times, such as "Published in 2015.", "We did
     * not come back." or "PEEL 2015".
     */
    static final KnownWords OF_INSPECTIONS = KnownWords.of("""
            a an and any are as at be been being by did do does done for from had has have here how i in is it its n.b note of on
            only or our ours out please s so that the their then there these this those to until us was we were what when where
            which while will with
            inspect inspected inspecting inspection inspections inspectors re-inspect re-inspected reinspected assess assessed
            assessment assessments evidence fieldwork findings found mark view views opinion opinions conclusion conclusions result
            question questions area aspect topic chapter subject work force report report's reports peel hmic hmic's hmicfrs hmicfrs's
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
    static final Pattern INSPECTING =
            compile("\\b(?:re-?)?(?:inspect|assess|visit|return|fieldwork|evidence|look|report|question|view|opinion"
                    + "|conclu|mark|sa(?:id|y)|peel|hmic|back|programme|scope|rolled|forward|work for)\\w*");

    /** What makes a sentence that speaks of nothing but inspections one of an earlier one, beside an earlier time. */
    static final Pattern NOT_ANEW = compile(
            "\\b(?:no|not|nothing|never|none|without|out|still|same|old|stands?|holds?|holding|standing|stood|kept|keeps?|left|until"
                    + "|forward|over|retained|remains?|unchanged|before|predates|applies|apply)\\b|n't\\b");

    /** What is said of a question that is inspected for the first time, or of what was looked for in vain. */
    static final Pattern NEW_OR_VAIN =
            compile("\\bfirst time\\b|\\b(?:not|never)\\b[^.;]{0,60}\\bbefore\\b|\\b(?:found|saw|see) no evidence\\b");

    /** Where a clause ends: beside a comparison, what goes on must be said in the clause of the earlier time. */
    static final Pattern CLAUSE_END =
            compile("[;:,()]|\\s[–—-]\\s|\\b(?:but|although|though|while|whereas|because|and)\\b");

    /** Bodies other than the inspectorate: "another inspectorate", "Ofsted". */
    private static final String OTHER_BODY =
            "(?:(?:another|other|a different|some other|a separate|a sister|an? (?:outside|external|independent|partner)) (?:[\\w-]+ )?(?:body|bodies|inspectorates?|organisations?|agency|agencies|inspectors?|teams?|regulators?|reviewers?|part(?:y|ies)|commissions?|authority)|Inspectorates?,? (?:of|for) (?!Constabulary)\\w+|Inspectorate of Constabulary (?:in|for) Scotland|(?:Crown Prosecution Service|Care|Joint) Inspectorate|Ofsted|Estyn|Care Quality Commission|CQC|HMI ?(?:Probation|Prisons|P)|HMCPSI|HMICS|IPCC|IOPC|Independent (?:Police|Office)|Audit (?:Commission|Office)|College of Policing|Criminal Justice Joint)\\b";

    /** Any mention of another body. */
    static final Pattern OTHER = compile("\\b" + OTHER_BODY);

    /** That a grade is given together with others, or by others for the inspectorate. */
    static final Pattern WITH_OTHERS = compile(
            "\\bjoint(?:ly)?\\b|\\b(?:together|in partnership) with\\b|\\balongside\\b|\\bon \\S+ behalf\\b|\\bfor us\\b");

    /** That a sentence is about the question or the inspection of the report. */
    static final Pattern ABOUT_GRADE = compile(
            "\\b(?:this|the|our|these|its|that) (?:[\\w-]+ )?(?:questions?|areas?|aspects?|topics?|subjects?|inspections?|chapters?)\\b|^it (?:was|is)\\b|\\bjointly\\b|\\bjoint inspections?\\b");

    /** That a sentence is about inspecting. */
    static final Pattern INSPECTS =
            compile("\\b(?:inspect\\w*|assess\\w*|looked|examin\\w*|review\\w*|evaluat\\w*|fieldwork|visited)\\b");

    /** An inspection together with others. */
    static final Pattern JOINTLY = compile(
            "\\b(?:inspect(?:ed|ions?|ing)?|fieldwork)\\b[^.;]{0,80}\\b(?:joint(?:ly)?|together with|alongside|in partnership with|on (?:our|HMIC(?:FRS)?'s|its) behalf|for us)\\b"
                    + "|\\bjoint(?:ly)?\\b[^.;]{0,30}\\b(?:inspect\\w*|fieldwork)\\b");

    static final Pattern GRADE_NOUN = compile("\\b" + GRADE + "\\b");

    /** That a sentence names a grade: that of the report, or another one. */
    static final Pattern NAMES_GRADE =
            compile("\\b(?:" + GRADE + "|(?:re-?|un-?)?(?:graded|rated|judged)|self-?assess\\w*)\\b");

    /** A grade alone, or with a note beside it. */
    static final Pattern BEGINS_WITH_GRADE =
            compile("(?:outstanding|good|adequate|requires improvement|inadequate)\\b[^.;]{0,60}[.]?");

    /** That a sentence gives the grade: "our judgment is that", "we graded the force as good". */
    static final Pattern GIVES_GRADE = compile(
            "\\bjudge?ments? is that\\b|\\bwhat the grade says\\b|\\bfirst (?:time|year)\\b"
                    + "|\\b(?:judge?ment|grade) (?:is based on|reflects) (?:what|the work)\\b"
                    + "|\\b(?:we|HMIC(?:FRS)?) (?:graded?|judged?|rated?)\\b"
                    + "|\\b(?:judged|graded|rated) (?:to be |as |as being )?(?:outstanding|good|adequate|inadequate|requir\\w+)\\b");

    /** That what is graded is part of the work of the force, such as calls, or that its officers judge. */
    static final Pattern GRADES_WORK = compile(
            "\\b(?:risks?|calls?|incidents?|cases?|crimes?|threats?|victims?|offenders?|groups?)\\b[^.;]{0,20}\\b(?:is|are|was|were|be|been|being) (?:\\w+ )?(?:graded|rated|judged)\\b"
                    + "|\\b(?:professional|human|officers'?|their) judge?ments?\\b"
                    + "|\\bjudge?ments? (?:of|by) (?:officers|staff|supervisors)\\b");

    /** That others inspected, said in any part of a chapter. */
    static final Pattern NOT_BY_US = compile(
            "\\b(?:this|the|our) (?:[\\w-]+ )?(?:question|area|aspect|topic|subject|inspection|chapter)\\b[^.;]{0,40}\\binspected\\b(?: \\w+){0,3}? by (?!"
                    + US
                    + ")|\\b(?:not|n't|never|rather than|instead of)\\b[^.;]{0,60}\\b(?:inspect|assess|look|visit|examin)\\w*\\b[^.;]{0,60}\\b(?:ourselves|by us|by HMIC(?:FRS)?)\\b");

    /** That nothing was inspected again, said in any part of a chapter. */
    static final Pattern NOT_AGAIN = compile("\\bnot (?:been )?(?:inspected|assessed) (?:\\w+ ){0,3}again\\b"
            + "|\\bno (?:new )?(?:fieldwork|inspection|visit)\\b[^.;]{0,30}\\bthis (?:question|area)\\b");

    static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    static final Pattern SENTENCE_END = Pattern.compile("[.!?:;][)\\]\"'\u201D\u2019]*$");

    /** The words of notes that name the source of figures. */
    static final KnownWords HARMLESS_NOTE = KnownWords.of(
            "source note data return returns survey figures statistics office national home hmic hmicfrs force in england and wales"
                    + " outstanding good adequate requires improvement inadequate or context what else we saw main findings area areas for"
                    + " cause causes of concern innovative promising practice recommendation recommendations summary overview"
                    + " introduction to improve found key strengths background contents");

    private GradeWords() {}

    private static Pattern compile(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
