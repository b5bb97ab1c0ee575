using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using static Xemelios.Domain.Constats.CatalogueDesAnomalies;

namespace Xemelios.Import.Xhl;

/// <summary>Reads what follows the bulletins: the parameter tables and the répartition par nature.</summary>
internal sealed class LecteurDeNomenclatures(CurseurXhl curseur, LecteurDeValeurs valeurs, LotDeParties parties)
{
    public void LireLesNomenclatures()
    {
        while (curseur.EnfantSuivant(1))
        {
            if (Sorte(curseur.Balise) is { } sorte)
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
            if (curseur.Balise == Balise.Repartition)
                LireUneRepartition(++rang);
            else
                valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu sous RepartitionParNature : il est ignoré, l'original le garde.");
        }
    }

    private static SorteDeNomenclature? Sorte(Balise balise) => balise switch
    {
        Balise.NomenclatureEvtPaye => SorteDeNomenclature.Evenement,
        Balise.NomenclatureRubriquePaye => SorteDeNomenclature.Rubrique,
        Balise.NomenclatureCaisse => SorteDeNomenclature.Caisse,
        Balise.NomenclatureBudget => SorteDeNomenclature.Budget,
        Balise.NomenclatureNature => SorteDeNomenclature.Nature,
        Balise.NomenclatureStatut => SorteDeNomenclature.Statut,
        Balise.NomenclatureTrain => SorteDeNomenclature.Train,
        _ => null,
    };

    private void LireUneNomenclature(SorteDeNomenclature sorte)
    {
        string? description = null;
        var rang = 0;
        while (curseur.EnfantSuivant(2))
        {
            if (curseur.Balise == Balise.Description) description = valeurs.Texte(100);
            else if (curseur.Balise == Balise.Correspondance) LireUneCorrespondance(sorte, ++rang);
            else valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu dans une nomenclature : il est ignoré, l'original le garde.");
        }

        parties.Description(new DescriptionDeNomenclature(sorte, description));
    }

    private void LireUneCorrespondance(SorteDeNomenclature sorte, int rang)
    {
        var place = curseur.Ici;
        var entree = new Correspondance(sorte, rang, null, null);
        while (curseur.EnfantSuivant(3))
        {
            switch (curseur.Balise)
            {
                case Balise.Libelle: entree = entree with { Libelle = valeurs.Texte(100) }; break;
                case Balise.Code: entree = entree with { Code = valeurs.Texte(24) }; break;
                case Balise.CodeCaisse: entree = entree with { CodeCaisse = valeurs.Code(24) }; break;
                case Balise.CodeNatureEmp: entree = entree with { NatureEmployeur = valeurs.Code(24) }; break;
                case Balise.CodeNatureSal: entree = entree with { NatureSalarie = valeurs.Code(24) }; break;
                default: valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu dans une nomenclature : il est ignoré, l'original le garde."); break;
            }
        }

        parties.Nomenclature(entree, place);
    }

    private void LireUneRepartition(int rang)
    {
        var place = curseur.Ici;
        string? libelle = null, code = null, fonction = null, budget = null;
        Montant? montant = null;
        while (curseur.EnfantSuivant(2))
        {
            switch (curseur.Balise)
            {
                case Balise.Libelle: libelle = valeurs.Texte(100); break;
                case Balise.Code: code = valeurs.Code(24); break;
                case Balise.CodeFonction: fonction = valeurs.Code(24); break;
                case Balise.CodeBudget: budget = valeurs.Code(24); break;
                case Balise.Mt: montant = valeurs.Montant("Repartition/Mt"); break;
                default: valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu dans la répartition : il est ignoré, l'original le garde."); break;
            }
        }

        parties.Repartition(new RepartitionParNature(rang, libelle, code, fonction, budget, montant, place));
    }
}
