"""The readers' corner below an article: its form, its counters, its rules."""

from corpus.cleaning.rules import LONG, Rule, Zone, whole

_A_COMMENT = r"(?:un |une |votre |vos )?(?:commentaires?|reponse|reaction|avis|message)"

RULES = (
    Rule(
        "comment_invitation",
        Zone.ANYWHERE,
        whole(
            rf"(?:laisse[rz]|ajoute[rz]|ecri(?:re|vez)|poste[rz]|publie[rz]|donne[rz]|depose[rz]|"
            rf"redige[rz]|soumettre|envoyer) (?:nous )?{_A_COMMENT}(?: ci-dessous)?"
            r"(?:\W*annuler la reponse)?",
            r"annuler la reponse|cancel reply|leave a (?:reply|comment)(?: on .{3,150})?|post (?:a "
            r")?comment",
            r"(?:soyez|sois) le premier a (?:commenter|reagir|laisser|donner|poster).{0,80}",
            r"(?:reagissez|commentez|reagir|commenter)(?: (?:a )?(?:cet |l')article)?",
            r"vos commentaires|commentaires? (?:via|avec|par) facebook",
            r"(?:et vous,? )?que pensez-vous de (?:ce (?:sujet|contenu)|cet article|cette (?:info|"
            r"information|actualite|nouvelle)).{0,20}",
            r"(?:votre |donnez votre )avis (?:nous interesse|sur cet article).{0,40}",
        ),
    ),
    Rule(
        "comment_form",
        Zone.ANYWHERE,
        whole(
            r"(?:votre )?adresse (?:e-?mail|de messagerie|electronique|de courriel|courriel) ne "
            r"sera "
            r"(?:pas|jamais) (?:publiee|visible|affichee|communiquee).{0,120}",
            r"(?:les )?champs obligatoires sont (?:indiques|marques|signales).{0,40}",
            r"your email address will not be published.{0,80}|required fields are marked.{0,10}",
            r"enregistrer mon (?:nom|email).{5,120}(?:commentaire|navigateur).{0,60}",
            r"save my name.{5,120}comment.{0,10}",
            r"(?:prevenez|notifiez|avertissez|informez)-moi .{0,40}(?:commentaires|articles|"
            r"reponses)"
            r".{0,60}",
            r"ce site utilise akismet.{0,250}|en savoir plus sur (?:comment|la facon dont) les "
            r"donnees "
            r"de vos commentaires.{0,60}|this site uses akismet.{0,150}",
            r"(?:nom|e-?mail|courriel|adresse (?:e-?mail|de messagerie)|commentaire|site(?: web)?|"
            r"votre nom|votre e-?mail|name|email|website|comment) ?\*",
            r"je ne suis pas un robot|i'm not a robot|(?:re)?captcha.{0,60}",
            r"(?:veuillez )?(?:saisi[rs]+(?:sez)?|entre[rz]|recopie[rz]|tape[rz]) (?:le code|les "
            r"caracteres|"
            r"ces caracteres|le resultat).{0,80}|code (?:de securite|anti-?spam|de verification)",
            r"(?:vous devez (?:etre connectee?s?|etre inscrite?s?|vous connecter)|(?:veuillez |"
            r"merci de )"
            r"vous (?:connecter|identifier)|connectez-vous|identifiez-vous)\W.{0,40}"
            r"(?:comment|laisser|publier|poster|reagir|repondre).{0,60}",
            r"entre[rz] votre (?:commentaire|nom|adresse).{0,60}",
        ),
        longest=LONG,
    ),
    Rule(
        "comment_fields",
        Zone.TAIL,
        whole(
            r"nom|name|e-?mail|courriel|site(?: (?:web|internet))?|website|commentaires?|comments?|"
            r"repondre|reply|votre (?:nom|e-?mail|commentaire|message)|message|envoyer|valider|"
            r"publier|"
            r"soumettre|captcha|se connecter|connexion|s'inscrire|inscription|mot de passe oublie|"
            r"annuler|citer|"
            r"signaler(?: un abus| ce (?:message|commentaire))?|repondre a ce (?:message|"
            r"commentaire)|"
            r"commenter|forum|comment|reactions?",
        ),
    ),
    Rule(
        "comment_count",
        Zone.ANYWHERE,
        whole(
            r"\d+ (?:commentaires?|comments?)(?: (?:sur|on) .{3,160})?",
            r"(?:commentaires?|reactions?|comments?)\s*[:(]\s*\d+\s*\)?",
        ),
    ),
    Rule(
        "comment_heading",
        Zone.EDGES,
        whole(
            r"(?:\d+|aucune?|une?|pas de|zero|no|lire les|voir (?:les|tous les)|afficher les|les|"
            r"vos|"
            r"tous les|ajouter vos) (?:derniers )?(?:commentaires?|reactions?|reponses?|comments?|"
            r"avis)"
            r"(?:\s*\(\d+\))?",
            r"(?:les )?commentaires (?:sont )?(?:fermes|desactives).{0,60}",
            r"comments (?:are )?(?:off|closed)",
        ),
    ),
    Rule(
        "comment_policy",
        Zone.TAIL,
        whole(
            r"(?:la )?charte (?:de moderation|des commentaires|de bonne conduite|"
            r"d'utilisation).{0,80}",
            r"les commentaires (?:sont|seront) (?:moderes|soumis|publies|la propriete).{0,200}",
            r"(?:veuillez|merci de|nous vous (?:prions|invitons)).{0,60}commentaires.{0,200}",
            r"vos (?:reactions|commentaires) doivent respecter.{0,80}",
            r"les (?:opinions|avis|propos) (?:exprimee?s|emis|publies|tenus) (?:dans|par|"
            r"ici).{0,60}"
            r"n'engagent que leurs? auteurs?.{0,80}",
        ),
        longest=LONG,
    ),
)
