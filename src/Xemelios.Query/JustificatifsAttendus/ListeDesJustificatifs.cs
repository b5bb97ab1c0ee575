namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>Rubrique 2 of the list of justificatifs (CGCT, annexe I, art. D.1617-19, décret 2022-505), as data.</summary>
/// <remarks>The list is limitative, and neither XHL nor PES carries its numbers: what is expected here is proposed, never demanded.
/// 2101, 210223, 210224 and 220223 were read in public copies; 210221 and départs follow the structure of the list (PES page §20).
/// The other numbers of part 22 were not read: none is given rather than a guess.</remarks>
public static class ListeDesJustificatifs
{
    private const string Deliberation = @"\bDELIB";

    /// <summary>One record an event, in the order of the list.</summary>
    public static IReadOnlyList<Exigence> Toutes { get; } =
    [
        new(EvenementDePaye.Entree, "Entrée", "2101", null,
            "Premier paiement : acte d'engagement (référence de la délibération, identité, nomination, conditions de recrutement et d'emploi, "
            + "grade, échelon, indice ou taux) ; certificat de cessation de paiement en cas de changement de comptable.",
            [
                new("acte_d_engagement", "Acte d'engagement", false,
                    @"\b(ENGAGEMENT|NOMINATION|NOMMANT|RECRUTEMENT|RECRUTANT|CONTRATS?|CDD|CDI|STAGIAIRE|MUTATION|DETACHEMENT|INTEGRATION|INSTALLATION|ELECTION)\b"),
                new("cessation_de_paiement", "Certificat de cessation de paiement (changement de comptable)", false, @"\bCESSATION\b|\bCCP\b") { Conditionnelle = true },
            ]),
        new(EvenementDePaye.Situation, "Changement de situation", "210221", null,
            "Modification de la situation administrative : décision ou acte de l'autorité compétente.",
            [
                new("decision_de_situation", "Décision ou acte (arrêté, avenant)", false,
                    @"\b(AVANCEMENT|PROMOTION|ECHELON|GRADE|RECLASSEMENT|TITULARISATION|TEMPS PARTIEL|TEMPS NON COMPLET|QUOTITE|AFFECTATION|POSITION|N ?B ?I|BONIFICATION|AVENANTS?|CONGE|DISPONIBILITE|REINTEGRATION|INDICE)\b"),
            ]),
        new(EvenementDePaye.Prime, "Prime nouvelle", "210223", "220223",
            "Primes et indemnités : décision de l'assemblée fixant nature, conditions d'attribution et taux moyen ; décision de l'autorité "
            + "investie du pouvoir de nomination fixant le taux applicable à chaque agent.",
            [
                new("deliberation_des_primes", "Délibération sur le régime indemnitaire", true, Deliberation + @".*\b(PRIMES?|INDEMNIT|REGIME|R ?I ?F ?S ?E ?E ?P|I ?F ?S ?E)"),
                new("decision_individuelle", "Décision individuelle d'attribution", false, @"\b(ATTRIBUTION|ATTRIBUANT|PRIMES?|INDEMNITES?|INDEMNITAIRE|I ?F ?S ?E|C ?I ?A)\b"),
            ]),
        new(EvenementDePaye.HeuresSupplementaires, "Heures supplémentaires", "210224", "220223",
            "IHTS : délibération fixant la liste des emplois dont les missions impliquent des heures supplémentaires ; décompte indiquant, "
            + "par agent et par taux d'indemnisation, le nombre d'heures.",
            [
                new("deliberation_des_heures", "Délibération fixant la liste des emplois", true, Deliberation + @".*\b(HEURES?|I ?H ?T ?S|TRAVAUX|REGIME|EMPLOIS)\b"),
                new("decompte", "Décompte des heures par agent et par taux", true,
                    @"\b(DECOMPTES?|RELEVES?|ETATS?( DE LIQUIDATION| DES| D)?)\b.*\b(HEURES?|I ?H ?T ?S|H ?SUP)|\bDECOMPTE\b"),
            ]),
        new(EvenementDePaye.Depart, "Départ", "210221", null,
            "Fin de fonctions : décision ou acte de l'autorité compétente (radiation, fin de contrat, mutation, retraite).",
            [
                new("acte_de_depart", "Décision ou acte mettant fin aux fonctions", false,
                    @"\b(RADIATION|RETRAITE|DEMISSION|LICENCIEMENT|FIN DE (CONTRAT|FONCTIONS?|DETACHEMENT)|MUTATION|DEPART|DISPONIBILITE|DECES|CESSATION)\b"),
            ]),
        new(EvenementDePaye.Declare, "Évènement déclaré", null, null,
            "Évènement déclaré par le fichier, dont les mots ne disent pas ce que la liste demande.", []),
    ];

    /// <summary>What is asked for this event.</summary>
    public static Exigence De(EvenementDePaye evenement) => Toutes.First(e => e.Evenement == evenement);

    /// <summary>True for a piece whose words say no more than "arrêté" or "décision", or nothing at all.</summary>
    public static bool EstDeNatureInconnue(string motsPlies) =>
        !Toutes.SelectMany(e => e.Pieces).Any(p => MotsDePiece.Disent(motsPlies, p.Mots)) && !MotsDePiece.Disent(motsPlies, Deliberation);
}
