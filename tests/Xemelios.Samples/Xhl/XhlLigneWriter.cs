using System.Globalization;

namespace Xemelios.Samples;

/// <summary>Writes <c>Remuneration</c>: lines by category, in the dialect's signs, codes and order numbers.</summary>
internal sealed class XhlLigneWriter(PlumeXml plume, Dialecte dialecte)
{
    private int _compteur;

    public void Ecrire(BulletinFictif bulletin)
    {
        plume.Ouvrir("Remuneration");
        plume.FinDeLigne();
        var rang = 0;
        foreach (var ligne in dialecte.Desordre ? bulletin.Lignes.Reverse() : bulletin.Lignes)
            Ligne(ligne, ++rang);
        if (dialecte.CategorieInconnue)
            Inconnue();
        plume.Fermer();
    }

    private void Inconnue()
    {
        plume.Ouvrir("PrimeDeLEditeur");
        plume.Feuille("Libelle", "Prime hors schéma");
        plume.Feuille("Code", "X999");
        plume.Montant("Mt", 100_00);
        plume.Feuille("Ordre", "99");
        plume.Fermer();
    }

    private void Ligne(LigneFictive ligne, int rang)
    {
        plume.Ouvrir(ligne.Categorie.ToString());
        var ordre = Ordre(ligne, rang);
        if (ligne.Categorie == Categorie.Commentaire)
        {
            plume.Feuille("Libelle", ligne.LibellePropre);
            plume.Feuille("Ordre", ordre);
            plume.Fermer();
            return;
        }

        if (dialecte.Desordre)
            plume.Montant("Mt", Signe(ligne));
        plume.Feuille("Libelle", ligne.LibellePropre ?? ligne.Rubrique.Libelle);
        plume.Feuille("Code", Code(ligne.Rubrique));
        if (!dialecte.FacultatifsAbsents || ligne.NbUnite is not null)
            Assiette(ligne);
        if (!dialecte.Desordre)
            plume.Montant("Mt", Signe(ligne));
        if (ligne.PeriodeRef is { } periode)
        {
            plume.Ouvrir("PeriodeRef");
            plume.Date("DateDebut", periode.Debut);
            plume.Date("DateFin", periode.Fin);
            plume.Fermer(fin: false);
        }

        plume.Feuille("CodeCaisse", ligne.Rubrique.Caisse);
        plume.Feuille("Ordre", ordre);
        plume.Fermer();
    }

    private void Assiette(LigneFictive ligne)
    {
        var negatif = dialecte.Signes == StyleDeSigne.C && ligne.Categorie is (Categorie.Deduction or Categorie.Retenue);
        plume.Montant("Base", ligne.Base);
        plume.Feuille("Taux", negatif ? -ligne.Taux : ligne.Taux);
        plume.Feuille("NbUnite", ligne.NbUnite);
    }

    private long Signe(LigneFictive ligne) =>
        dialecte.Signes == StyleDeSigne.B && ligne.Categorie.SuitLeSigneDuDialecte() ? -ligne.Mt : ligne.Mt;

    private string Code(RubriqueFictive rubrique) =>
        dialecte.CodesPartages ? rubrique.CodeSalarial ?? rubrique.Code : rubrique.Code;

    private string Ordre(LigneFictive ligne, int rang) => dialecte.Ordre switch
    {
        StyleDOrdre.Groupe => ((int)ligne.Categorie / 2 + 1).ToString(CultureInfo.InvariantCulture),
        StyleDOrdre.Compteur => (++_compteur).ToString(CultureInfo.InvariantCulture),
        StyleDOrdre.CodeDePosition => $"{Code(ligne.Rubrique)}00",
        _ => rang.ToString(CultureInfo.InvariantCulture),
    };
}
