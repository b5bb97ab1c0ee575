namespace Xemelios.Query.Bulletins;

/// <summary>The words for the statuts: those of the employer's files of the month, else the default list of the format (page §6.1).</summary>
public static class LibellesDeStatut
{
    /// <summary>The label of the statut of a bulletin, from relations <c>statut</c> (its word) and <c>statut_nomme</c>.</summary>
    internal const string Sql = """
        coalesce(statut_nomme.libelle, CASE replace(upper(trim(statut.texte)), ' ', '_')
            WHEN 'TITULAIRE' THEN 'Titulaire' WHEN 'NON_TITULAIRE' THEN 'Non titulaire' WHEN 'STAGIAIRE' THEN 'Stagiaire'
            WHEN 'EMPLOI_FONC' THEN 'Emploi fonctionnel' WHEN 'EMPLOI_AIDE' THEN 'Emploi aidé' WHEN 'AUTRE_STATUT' THEN 'Autre statut' ELSE statut.texte END)
        """;

    /// <summary>Joins <c>statut_nomme</c> to a file <c>v</c> and a word <c>statut</c>.</summary>
    internal const string Jointure = """
        LEFT JOIN (SELECT y.employeur, y.periode, trim(n.code) AS code, arg_max(n.libelle, (-n.rang, n.libelle)) AS libelle
                   FROM nomenclature n JOIN volume_visible y ON y.contenu = n.contenu
                   WHERE n.sorte = 6 AND nullif(trim(n.libelle), '') IS NOT NULL GROUP BY ALL) statut_nomme
             ON statut_nomme.employeur = v.employeur AND statut_nomme.periode = v.periode AND statut_nomme.code = statut.texte
        """;

    /// <summary>The default label, whatever the case and the separators; an unknown statut keeps its text.</summary>
    public static string? ParDefaut(string? statut) => statut?.Trim().ToUpperInvariant().Replace(' ', '_') switch
    {
        "TITULAIRE" => "Titulaire",
        "NON_TITULAIRE" => "Non titulaire",
        "STAGIAIRE" => "Stagiaire",
        "EMPLOI_FONC" => "Emploi fonctionnel",
        "EMPLOI_AIDE" => "Emploi aidé",
        "AUTRE_STATUT" => "Autre statut",
        _ => statut,
    };
}
