namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>Reads the words of a declared event; the first sort whose words it holds.</summary>
internal static class EvenementsDeclares
{
    private static readonly (EvenementDePaye Evenement, string Mots)[] Sortes =
    [
        (EvenementDePaye.Depart, @"\b(DEPART|RADIATION|RETRAITE|FIN DE CONTRAT|FIN DE FONCTIONS?|DEMISSION|SORTIE|LICENCIEMENT|DECES)\b"),
        (EvenementDePaye.Entree, @"\b(ENTREE|RECRUTEMENT|RECRUTE|EMBAUCHE|NOMINATION|ARRIVEE|PRISE DE FONCTIONS?|ENT)\b"),
        (EvenementDePaye.HeuresSupplementaires, @"\b(I ?H ?T ?S|HEURES? SUP)"),
        (EvenementDePaye.Situation,
            @"\b(AVANCEMENT|AVT|ECHELON|GRADE|PROMOTION|RECLASSEMENT|TITULARISATION|TEMPS PARTIEL|QUOTITE|POSITION|AFFECTATION|MUTATION|CHANGEMENT|N ?B ?I|CONGE|DISPONIBILITE|REINTEGRATION|INDICE)\b"),
        (EvenementDePaye.Prime, @"\b(PRIMES?|INDEMNITES?|REGIME INDEMNITAIRE|I ?F ?S ?E|C ?I ?A)\b"),
    ];

    public static EvenementDePaye Classer(params string?[] textes)
    {
        var mots = MotsDePiece.Plier(textes);
        foreach (var (evenement, motif) in Sortes)
            if (MotsDePiece.Disent(mots, motif))
                return evenement;
        return EvenementDePaye.Declare;
    }
}
