namespace Xemelios.Samples;

/// <summary>Writes the <c>Nomenclatures</c> block.</summary>
internal static class XhlNomenclatures
{
    private static readonly (string Code, string Libelle)[] Caisses =
    [
        ("CNRACL", "Caisse nationale de retraites des agents des collectivités locales"), ("RAFP", "Retraite additionnelle de la fonction publique"),
        ("URSSAF", "URSSAF"), ("IRCANTEC", "IRCANTEC"), ("CNFPT", "Centre national de la fonction publique territoriale"),
        ("DGFIP", "Direction générale des finances publiques"), ("MUT", "Mutuelle fictive"), ("ANFH", "Formation hospitalière"), ("MDT", "Médecine du travail"),
    ];

    public static void Ecrire(PlumeXml plume, MoisDePaye mois, Dialecte dialecte)
    {
        plume.Ouvrir("Nomenclatures");
        plume.FinDeLigne();
        Bloc(plume, "NomenclatureEvtPaye", "Événements", [("AVT", "Avancement d'échelon"), ("ENT", "Entrée"), ("SOR", "Sortie"), ("NBI", "Attribution de NBI")]);
        Rubriques(plume, mois, dialecte);
        Bloc(plume, "NomenclatureCaisse", "Caisses", dialecte.NomenclatureEnDouble ? [.. Caisses, .. Caisses.Select(c => (c.Code, $"{c.Libelle} (bis)"))] : Caisses);
        if (mois.Budget is { } budget)
            Bloc(plume, "NomenclatureBudget", "Budgets", [(budget, mois.BudgetLibelle), .. budget == "01" ? [] : new[] { ("01", "BUDGET ANNEXE DE L'EAU") }]);
        if (mois.AvecNatures)
            Bloc(plume, "NomenclatureNature", "Natures", [.. Natures(mois).Select(n => (n, CatalogueDeRubriques.LibelleDeNature(n)))]);
        if (mois.Train is { } train)
            Bloc(plume, "NomenclatureTrain", "Trains", [(train, $"Train {train}")]);
        plume.Fermer();
    }

    private static IEnumerable<string> Natures(MoisDePaye mois) =>
        mois.Rubriques.SelectMany(r => new[] { r.NatureSal, r.NatureEmp }).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    private static void Bloc(PlumeXml plume, string nom, string description, IEnumerable<(string Code, string Libelle)> correspondances)
    {
        plume.Ouvrir(nom);
        plume.Feuille("Description", description);
        foreach (var (code, libelle) in correspondances)
        {
            plume.Ouvrir("Correspondance");
            plume.Feuille("Libelle", libelle);
            plume.Feuille("Code", code);
            plume.Fermer(fin: false);
        }

        plume.Fermer();
    }

    private static void Rubriques(PlumeXml plume, MoisDePaye mois, Dialecte dialecte)
    {
        plume.Ouvrir("NomenclatureRubriquePaye");
        plume.Feuille("Description", "Rubriques de paye");
        plume.FinDeLigne();
        var rubriques = mois.Rubriques;
        foreach (var rubrique in rubriques.Where(r => r.Categorie != Categorie.Commentaire))
        {
            if (dialecte.CodesPartages && rubrique.CodeSalarial is not null)
                continue;
            var patronale = dialecte.CodesPartages ? rubriques.FirstOrDefault(r => r.CodeSalarial == rubrique.Code) : null;
            plume.Ouvrir("Correspondance");
            plume.Feuille("Libelle", rubrique.Libelle);
            plume.Feuille("Code", rubrique.Code);
            plume.Feuille("CodeCaisse", rubrique.Caisse);
            plume.Feuille("CodeNatureEmp", mois.AvecNatures ? (patronale ?? rubrique).NatureEmp : null);
            plume.Feuille("CodeNatureSal", mois.AvecNatures ? rubrique.NatureSal : null);
            plume.Fermer();
        }

        plume.Fermer();
    }
}
