using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using static Xemelios.Domain.Constats.CatalogueDesAnomalies;

namespace Xemelios.Import.Xhl;

/// <summary>Reads what follows the bulletins: the parameter tables and the répartition par nature.</summary>
internal sealed class LecteurDeNomenclatures(CurseurXhl curseur, LecteurDeValeurs valeurs, IXhlVisitor visitor, CodesEmployes codes)
{
    public void LireLesNomenclatures()
    {
        while (curseur.EnfantSuivant(1))
        {
            if (Sorte(curseur.Nom) is { } sorte)
                LireUneNomenclature(sorte);
            else
                valeurs.Signaler(ElementInconnu, $"La nomenclature {curseur.Nom} est inconnue du format : elle est ignorée, l'original la garde.");
        }
    }

    public void LireLaRepartition()
    {
        var rang = 0;
        while (curseur.EnfantSuivant(1))
        {
            if (curseur.Nom == "Repartition")
                LireUneRepartition(++rang);
            else
                valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu sous RepartitionParNature : il est ignoré, l'original le garde.");
        }
    }

    private static SorteDeNomenclature? Sorte(string nom) => nom switch
    {
        "NomenclatureEvtPaye" => SorteDeNomenclature.Evenement,
        "NomenclatureRubriquePaye" => SorteDeNomenclature.Rubrique,
        "NomenclatureCaisse" => SorteDeNomenclature.Caisse,
        "NomenclatureBudget" => SorteDeNomenclature.Budget,
        "NomenclatureNature" => SorteDeNomenclature.Nature,
        "NomenclatureStatut" => SorteDeNomenclature.Statut,
        "NomenclatureTrain" => SorteDeNomenclature.Train,
        _ => null,
    };

    private void LireUneNomenclature(SorteDeNomenclature sorte)
    {
        string? description = null;
        var rang = 0;
        while (curseur.EnfantSuivant(2))
        {
            if (curseur.Nom == "Description") description = valeurs.Texte(100);
            else if (curseur.Nom == "Correspondance") LireUneCorrespondance(sorte, ++rang);
            else valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu dans une nomenclature : il est ignoré, l'original le garde.");
        }

        visitor.Description(new DescriptionDeNomenclature(sorte, description));
    }

    private void LireUneCorrespondance(SorteDeNomenclature sorte, int rang)
    {
        var place = curseur.Ici;
        var entree = new Correspondance(sorte, rang, null, null);
        while (curseur.EnfantSuivant(3))
        {
            switch (curseur.Nom)
            {
                case "Libelle": entree = entree with { Libelle = valeurs.Texte(100) }; break;
                case "Code": entree = entree with { Code = valeurs.Texte(24) }; break;
                case "CodeCaisse": entree = entree with { CodeCaisse = valeurs.Code(24) }; break;
                case "CodeNatureEmp": entree = entree with { NatureEmployeur = valeurs.Code(24) }; break;
                case "CodeNatureSal": entree = entree with { NatureSalarie = valeurs.Code(24) }; break;
                default: valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu dans une nomenclature : il est ignoré, l'original le garde."); break;
            }
        }

        if (!codes.Definir(sorte, entree.Code))
            valeurs.SignalerEn(CodesEnDouble, place);
        if (sorte == SorteDeNomenclature.Rubrique)
            codes.Imputation(entree);
        visitor.Nomenclature(entree);
    }

    private void LireUneRepartition(int rang)
    {
        var place = curseur.Ici;
        string? libelle = null, code = null, fonction = null, budget = null;
        Montant? montant = null;
        while (curseur.EnfantSuivant(2))
        {
            switch (curseur.Nom)
            {
                case "Libelle": libelle = valeurs.Texte(100); break;
                case "Code": code = valeurs.Code(24); break;
                case "CodeFonction": fonction = valeurs.Code(24); break;
                case "CodeBudget": budget = valeurs.Code(24); break;
                case "Mt": montant = valeurs.Montant("Repartition/Mt"); break;
                default: valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu dans la répartition : il est ignoré, l'original le garde."); break;
            }
        }

        codes.Nature(code);
        visitor.Repartition(new RepartitionParNature(rang, libelle, code, fonction, budget, montant, place));
    }
}
