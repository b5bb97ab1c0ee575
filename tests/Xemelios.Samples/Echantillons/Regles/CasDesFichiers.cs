namespace Xemelios.Samples;

/// <summary>QUAL: what files say as a whole. A case is a month.</summary>
internal static class CasDesFichiers
{
    public static IEnumerable<CasDeRegle> Tous() => [NonConforme(), Rappels(), Horaire(), TempsPlein(), Renseignees(), Croisement(), Nomenclature(), Ambigus()];

    private static PayeDeCas Paye(string matricule, string mois) => new(matricule) { Mois = mois };

    private static CasDeRegle NonConforme() => new CasDeRegle("QUAL-01")
        .ConstatDeFichier(null, Paye("INCONNU", "2026-01") with { Ajout = "<ChampDeLEditeur V=\"1\"/>" })
        .ConstatDeFichier(null, Paye("VIRGULE", "2026-02") with { Ajout = "<NbHeureTotal V=\"12,5\"/>" })
        .FichierConforme(Paye("CONFORME", "2026-03"))
        .FichierConforme(Paye("VIDES", "2026-04") with { CumulBrut = null });

    private static CasDeRegle Rappels() => new CasDeRegle("QUAL-05")
        .ConstatDeFichier(120m, Paye("SANS", "2026-01") with { Et = [Rappel(120m, null)] })
        .ConstatDeFichier(-30m, Paye("MELE", "2026-02") with { Et = [Rappel(50m, "2025-12"), Rappel(-30m, null)] })
        .FichierConforme(Paye("DATE", "2026-03") with { Et = [Rappel(80m, "2025-11")] })
        .Passe(Paye("AUCUN", "2026-04") with { Et = [new(Categorie.Indemnite, "2000", "IFSE", 90m)] });

    private static LigneDeCas Rappel(decimal montant, string? du) => new(Categorie.Rappel, "4000", "Rappel de traitement", montant) { Du = du };

    private static CasDeRegle Horaire() => new CasDeRegle("QUAL-07")
        .ConstatDeFichier(null, Paye("169", "2026-01") with { Heures = 169m }, Paye("169B", "2026-01") with { Heures = 169m }, Paye("151", "2026-01"))
        .ConstatDeFichier(null, Paye("SEUIL", "2026-02") with { Heures = 152.68m })
        .ConstatDeFichier(null, Paye("SEUIL-", "2026-05") with { Heures = 150.66m })
        .FichierConforme(Paye("TOLERE", "2026-03") with { Heures = 152.67m }, Paye("TOLERE2", "2026-03") with { Heures = 152.67m }, Paye("AUTRE", "2026-03") with { Heures = 169m })
        .FichierConforme(Paye("ALTAIR", "2026-04") with { Heures = 151.61m }, Paye("ELU", "2026-04") with { Heures = 10m, Emploi = "Maire" }, Paye("ELU2", "2026-04") with { Heures = 10m, Emploi = "Maire" })
        .Passe(Paye("PARTIEL", "2026-06") with { Quotite = 50, Heures = 75m }, Paye("ZERO", "2026-06") with { Heures = 0m });

    private static CasDeRegle TempsPlein() => new CasDeRegle("QUAL-08")
        .ConstatDeFichier(null, Paye("50", "2026-01") with { Quotite = 50 }, Paye("ELU", "2026-01") with { Emploi = "Adjoint au maire" })
        .ConstatDeFichier(null, Paye("VIDE", "2026-02") with { Quotite = null })
        .FichierConforme(Paye("100", "2026-03"), Paye("80", "2026-03") with { Quotite = 80 })
        .FichierConforme(Paye("100", "2026-04"));

    private static CasDeRegle Renseignees() => new CasDeRegle("QUAL-09")
        .ConstatDeFichier(null, Paye("SANS-HEURE", "2026-01") with { Heures = 0m })
        .ConstatDeFichier(null, Paye("SANS-QUOTITE", "2026-02") with { Quotite = 0 })
        .ConstatDeFichier(null, [.. Enumerable.Range(1, 11).Select(i => Paye($"UN-SUR-ONZE-{i:00}", "2026-05") with { Heures = i == 1 ? 151.67m : 0m })])
        .FichierConforme(Paye("PLEIN", "2026-03"))
        .FichierConforme([.. Enumerable.Range(1, 10).Select(i => Paye($"UN-SUR-DIX-{i:00}", "2026-04") with { Heures = i == 1 ? 151.67m : null, Quotite = i == 1 ? 100m : null })]);

    private static CasDeRegle Croisement() => new CasDeRegle("QUAL-10")
        .ConstatDeFichier(null, Paye("HEURES", "2026-01") with { Quotite = 0 }, Paye("RIEN", "2026-01") with { Quotite = null, Heures = null })
        .ConstatDeFichier(null, Paye("QUOTITE", "2026-02") with { Heures = 0m })
        .FichierConforme(Paye("DEUX", "2026-03"), Paye("ELU", "2026-03") with { Quotite = 0, Heures = 0, Emploi = "Maire" })
        .FichierConforme(Paye("DEUX", "2026-04") with { Heures = 1m, Quotite = 1m });

    private static CasDeRegle Nomenclature() => new CasDeRegle("QUAL-39") { Nomenclature = new Dictionary<string, string> { ["1000"] = "Traitement de base indiciaire", ["2000"] = "IFSE" }, Testes = 5 }
        .ConstatDeFichier(null, Paye("INCONNUE", "2026-01") with { Et = [new(Categorie.Indemnite, "2999", "Prime", 10m)] })
        .ConstatDeFichier(null, Paye("AUTRE", "2026-02") with { Lignes = [new(Categorie.Deduction, "5999", "Retenue", 10m)] })
        .Passe(Paye("CONNUE", "2026-03") with { Et = [new(Categorie.Indemnite, "2000", "IFSE", 10m)] })
        .Passe(Paye("COMMENTAIRE", "2026-04") with { Lignes = [new(Categorie.Commentaire, "9000", "Bonnes fêtes", null)] });

    private static CasDeRegle Ambigus() => new CasDeRegle("QUAL-18") { Testes = 6 + 6 + 6 + 4 + 4 }
        .ConstatDeFichier(null, Paye("LIBELLES", "2026-01") with { Lignes = [new(Categorie.Indemnite, "2000", "IFSE", 10m), new(Categorie.Indemnite, "2000", "Prime de fin d'année", 10m)] })
        .ConstatDeFichier(null, Paye("CATEGORIES", "2026-02") with { Lignes = [new(Categorie.Indemnite, "2000", "IFSE", 10m), new(Categorie.TraitBrut, "2000", "Traitement", 10m)] })
        .ConstatDeFichier(null, Paye("CODES", "2026-03") with { Lignes = [new(Categorie.Indemnite, "2000", "IFSE", 10m), new(Categorie.Indemnite, "2001", "IFSE", 10m)] })
        .Passe(Paye("SIMPLE", "2026-05"))
        .Passe(Paye("PART-PATRONALE", "2026-04") with { Lignes = [new(Categorie.Deduction, "5000", "CNRACL", 10m), new(Categorie.Cotisation, "5000", "CNRACL", 20m), new(Categorie.Commentaire, "5000", "Note", null)] });
}
