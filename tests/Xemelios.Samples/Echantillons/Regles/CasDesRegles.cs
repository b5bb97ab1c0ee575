namespace Xemelios.Samples;

/// <summary>The cases of all rules.</summary>
public static class CasDesRegles
{
    /// <summary>By code of rule.</summary>
    public static IReadOnlyList<CasDeRegle> Tous() =>
    [
        .. ((IEnumerable<CasDeRegle>)
        [
            .. CasDuTraitement.Tous(), .. CasDesFichiers.Tous(), .. CasDesTotaux.Tous(), .. CasDesDonnees.Tous(), .. CasDesIdentites.Tous(),
            .. CasDesRetraites.Tous(), .. CasDesTauxDeRetraite.Tous(), .. CasDesCotisations.Tous(), .. CasDesCumuls.Tous(),
            .. CasDesPrimes.Tous(), .. CasDesPlafonds.Tous(), .. CasDesElus.Tous(), .. CasDesMinimums.Tous(),
            .. CasDeResidence.Tous(), .. CasDuSupplementFamilial.Tous(), .. CasDesPointsDeNbi.Tous(), .. CasDuMontantDeNbi.Tous(), .. CasDesHeures.Tous(), .. CasDesBeneficiairesDHeures.Tous(),
            .. CasDesAstreintes.Tous(), .. CasDesVacations.Tous(), .. CasDuLogement.Tous(), .. CasDesPrimesHospitalieres.Tous(),
        ]).OrderBy(c => c.Code, StringComparer.Ordinal),
    ];

    internal static LigneDeCas Ligne(Categorie categorie, string code, string libelle, decimal? montant) => new(categorie, code, libelle, montant);
}
